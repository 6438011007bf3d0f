"""The letter box: what waits, what left; and the letters themselves where none leaves."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storyhold.notifications import actions
from storyhold.notifications.queries import letters_given_up, letters_kept
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.views import way_back

PER_PAGE = 50


@never_cache
@require_safe
@for_archivists
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the letters, newest first: which wait, and why; not what is in them."""
    if settings.MAIL.kind == "none":
        raise Http404
    given_up = request.GET.get("state") == "given-up"
    letters = letters_given_up() if given_up else letters_kept()
    context = {
        "page": Paginator(letters, PER_PAGE).get_page(request.GET.get("page")),
        "given_up": given_up,
        "letters_are_shown": settings.MAIL.kind == "show",
    }
    return office_page(request, "archive/mailbox.html", context)


@require_POST
@for_archivists
def try_again(request: HttpRequest, letter: int) -> HttpResponse:
    """Let a letter leave that was given up, once what was wrong is mended."""
    again = get_object_or_404(letters_given_up(), pk=letter)
    actions.try_again(again)
    messages.success(request, _("The letter to %s is tried again within seconds.") % again.to)
    return redirect(way_back(request, otherwise=reverse("archive:mailbox")))


@never_cache
@require_safe
@for_archivists
def letter(request: HttpRequest, letter: int) -> HttpResponse:
    """Show a letter, where they do not leave: they carry one-time links for others."""
    if settings.MAIL.kind != "show":
        raise Http404
    shown = get_object_or_404(letters_kept(), pk=letter)
    return office_page(request, "archive/letter.html", {"letter": shown})
