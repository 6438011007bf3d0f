"""The letter box, in an archive that shows its letters instead of sending them."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storyhold.notifications.queries import letters_kept
from storyhold.web.archive.doors import for_archivists, office_page

PER_PAGE = 50

View = Callable[..., HttpResponse]


def where_letters_are_shown(view: View) -> View:
    """Let archivists in, and only where letters do not leave: they carry one-time links."""

    @wraps(view)
    def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if settings.MAIL.kind != "show":
            raise Http404
        return for_archivists(view)(request, *args, **kwargs)

    return door


@never_cache
@require_safe
@where_letters_are_shown
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the letters, newest first."""
    page = Paginator(letters_kept(), PER_PAGE).get_page(request.GET.get("page"))
    return office_page(request, "archive/mailbox.html", {"page": page})


@never_cache
@require_safe
@where_letters_are_shown
def letter(request: HttpRequest, letter: int) -> HttpResponse:
    """Show a letter."""
    shown = get_object_or_404(letters_kept(), pk=letter)
    return office_page(request, "archive/letter.html", {"letter": shown})
