"""The letter box: what waits, what left; and the letters themselves where none leaves."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storyhold.notifications.queries import letters_kept
from storyhold.web.parts.office import for_archivists, office_page

PER_PAGE = 50


@never_cache
@require_safe
@for_archivists
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the letters, newest first: which wait, and why; not what is in them."""
    if settings.MAIL.kind == "none":
        raise Http404
    page = Paginator(letters_kept(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "letters_are_shown": settings.MAIL.kind == "show"}
    return office_page(request, "archive/mailbox.html", context)


@never_cache
@require_safe
@for_archivists
def letter(request: HttpRequest, letter: int) -> HttpResponse:
    """Show a letter, where they do not leave: they carry one-time links for others."""
    if settings.MAIL.kind != "show":
        raise Http404
    shown = get_object_or_404(letters_kept(), pk=letter)
    return office_page(request, "archive/letter.html", {"letter": shown})
