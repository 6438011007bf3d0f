"""A letter as it will arrive, and sending it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storyhold.circulars.access import circulars_kept_by
from storyhold.circulars.actions import sending
from storyhold.circulars.letters import letter_to
from storyhold.circulars.models import Circular
from storyhold.circulars.queries import reach_of
from storyhold.common.refusal import Refusal
from storyhold.notices.queries import news_is_mailed
from storyhold.web.parts.kept import the_member
from storyhold.web.parts.office import for_archivists, office_page


@never_cache
@require_safe
@for_archivists
def circular(request: HttpRequest, circular: int) -> HttpResponse:
    """Show the letter as this archivist would get it, to how many it goes, and how far it is."""
    found = get_object_or_404(circulars_kept_by(request.user), pk=circular)
    member = the_member(request)
    context = {
        "circular": found,
        "letter": letter_to(member.pk, found, email=member.email, name=member.pen_name.name),
        "reach": reach_of(found),
        "letters_leave": news_is_mailed(),
    }
    return office_page(request, "circulars/circular.html", context)


@require_POST
@for_archivists
def try_out(request: HttpRequest, circular: int) -> HttpResponse:
    """Send it to oneself."""
    member = the_member(request)
    said = _("The letter is on its way to %s. Read it as it arrives.") % member.email
    return _done(request, circular, lambda found: sending.try_out(found, by=member), said)


@require_POST
@for_archivists
def send(request: HttpRequest, circular: int) -> HttpResponse:
    """Begin to write to all."""
    said = _("The letters are being written, by the hundred. You can stop it here.")
    return _done(request, circular, sending.begin, said)


@require_POST
@for_archivists
def stop(request: HttpRequest, circular: int) -> HttpResponse:
    """Write to nobody else."""
    said = _("No more letters are written. Up to a hundred that were written still leave.")
    return _done(request, circular, sending.stop, said)


@require_POST
@for_archivists
def go_on(request: HttpRequest, circular: int) -> HttpResponse:
    """Write to the others, too."""
    return _done(request, circular, sending.go_on, _("The other letters are being written."))


def _done(
    request: HttpRequest, circular: int, do: Callable[[Circular], None], said: str
) -> HttpResponse:
    found = get_object_or_404(circulars_kept_by(request.user), pk=circular)
    try:
        do(found)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("circulars:circular", found.pk)
