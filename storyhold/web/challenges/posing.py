"""Posing challenges, changing and deleting them."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.accounts.models import Member
from storyhold.challenges import actions
from storyhold.challenges.access import challenges_editable_by, may_pose
from storyhold.common.refusal import Refusal
from storyhold.web.challenges.forms import (
    ChallengeForm,
    GuestsChallenge,
    MembersChallenge,
    as_posed,
)
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.guests import is_too_often, open_to_guests
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_guests
def new(request: HttpRequest) -> HttpResponse:
    """Show the form for a challenge, or pose one."""
    if not may_pose(request.user):
        return redirect_to_login(request.path)
    form = _form(request)
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "pose", form):
        try:
            posed = actions.pose_challenge(
                **form.said(),
                by=form.signature if isinstance(form, MembersChallenge) else None,
                guest_name=form.cleaned_data.get("guest_name", ""),
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your challenge is posed."))
            return redirect(posed)
    return render(request, "challenges/new.html", {"form": form}, status=_status(request))


def _form(request: HttpRequest) -> MembersChallenge | GuestsChallenge:
    data = request.POST if request.method == "POST" else kept_fields(request)
    form: MembersChallenge | GuestsChallenge
    if isinstance(request.user, Member):
        form = MembersChallenge(request.user, data)
    else:
        form = GuestsChallenge(data)
    form.for_viewer(request.user)
    return form


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(ChallengeForm)
def edit(request: HttpRequest, challenge: int) -> HttpResponse:
    """Show what the challenge says in a form, or save it."""
    mine = get_object_or_404(challenges_editable_by(request.user), pk=challenge)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = ChallengeForm(data, initial=as_posed(mine))
    form.for_viewer(request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_challenge(mine, **form.said())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The challenge is saved."))
            return redirect(mine)
    context = {"form": form, "challenge": mine}
    return render(request, "challenges/edit.html", context, status=_status(request))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request: HttpRequest, challenge: int) -> HttpResponse:
    """Ask whether a challenge should go; sent by POST, delete it."""
    mine = get_object_or_404(challenges_editable_by(request.user), pk=challenge)
    if request.method != "POST":
        return render(request, "challenges/delete.html", {"challenge": mine})
    actions.delete_challenge(mine)
    messages.success(request, _("“%s” is deleted. What answered it stays.") % mine.title)
    return redirect("challenges:list")


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200
