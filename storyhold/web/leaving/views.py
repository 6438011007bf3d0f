"""A member's package, and the way out."""

from allauth.core import ratelimit
from allauth.core.internal import ratelimit as visits
from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.accounts.models import Member
from storyhold.accounts.refusals import LastArchivist
from storyhold.archive.queries import the_archive
from storyhold.leaving import actions
from storyhold.leaving.models import Departure
from storyhold.leaving.package.everything import files_of, zipped
from storyhold.leaving.queries import departure_of
from storyhold.web.leaving.forms import Leave
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.refused import add_refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def leaving(request: HttpRequest) -> HttpResponse:
    """Offer the package, and take the member's word that they want to leave."""
    member = the_member(request)
    departure = departure_of(member)
    chosen = {"stories": departure.stories} if departure else None
    form = Leave(request.POST if request.method == "POST" else None, member=member, initial=chosen)
    if request.method == "POST" and _may_try(request, form) and form.is_valid():
        try:
            asked = actions.ask_to_leave(member, stories=form.cleaned_data["stories"])
        except LastArchivist as refusal:
            add_refusal(form, refusal)
        else:
            _send_letter(request, asked)
            return redirect("leaving:leaving")
    context = {"form": form, "departure": departure}
    return render(request, "leaving/leaving.html", context, status=422 if form.errors else 200)


def _may_take(request: HttpRequest, member: Member) -> bool:
    """Whether the member has not taken it too often; `ratelimit` itself counts no visit."""
    counted = {"app": "allauth.account", "action": "package", "limit_get": True}
    return bool(visits.consume(request, user=member, **counted))


def _may_try(request: HttpRequest, form: Leave) -> bool:
    """Whether the password has not been tried too often; else the form says so."""
    if ratelimit.consume(request, action="change_password", user=request.user):
        return True
    form.add_error(None, _("That was tried too often. Wait a minute, then send it again."))
    return False


def _send_letter(request: HttpRequest, departure: Departure) -> None:
    """Tell the member's address, in case it was not the member."""
    archive = the_archive()
    told = {
        "archive": archive,
        "departure": departure,
        "stay": absolute(request, reverse("leaving:leaving")),
    }
    send_mail(
        f"[{archive.name}] {_('Your account will be deleted')}",
        render_to_string("leaving/letters/asked.txt", told),
        settings.DEFAULT_FROM_EMAIL,
        [departure.member.email],
    )


@require_POST
@signed_in
def stay(request: HttpRequest) -> HttpResponse:
    """Take it back."""
    actions.stay(the_member(request))
    messages.success(request, _("You stay. Nothing was deleted."))
    return redirect("leaving:leaving")


@never_cache
@require_safe
@signed_in
def package(request: HttpRequest) -> HttpResponseBase:
    """Send everything of the member's, as one file; it takes long to make, so not all the time."""
    member: Member = the_member(request)
    if not _may_take(request, member):
        messages.error(request, _("You have taken your package often this hour. Come back later."))
        return redirect("leaving:leaving")
    name = f"storyhold-{now():%Y-%m-%d}.zip"
    return StreamingHttpResponse(
        zipped(files_of(member)),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
