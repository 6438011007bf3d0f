"""The names a member signs with."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.accounts import actions
from storyhold.accounts.access import pen_names_editable_by
from storyhold.accounts.models import PenName
from storyhold.common.refusal import Refusal
from storyhold.profiles.actions import answer
from storyhold.profiles.queries import answers_of, fields_shown
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal
from storyhold.web.people.forms import NewPenName, PenNameAndProfile


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Add a name."""
    form = NewPenName(request.POST if request.method == "POST" else kept_fields(request))
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.add_pen_name(the_member(request), form.cleaned_data["pen_name"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("“%s” is yours.") % added.name)
            return redirect("people:edit_pen_name", added.pk)
    return _form_page(request, "people/new_pen_name.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(PenNameAndProfile)
def edit(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Rename it, and say something about oneself under it."""
    mine = get_object_or_404(pen_names_editable_by(request.user), pk=pen_name)
    so_far = {"pen_name": mine.name, "bio": mine.bio_source, "website": mine.website}
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = PenNameAndProfile(
        typed, initial=so_far, profile_fields=fields_shown(), answers=answers_of(mine)
    )
    if request.method == "POST" and form.is_valid():
        try:
            _save(mine, form)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The profile of “%s” is saved.") % mine.name)
            return redirect("people:settings")
    return _form_page(request, "people/edit_pen_name.html", {"form": form, "pen_name": mine})


@transaction.atomic
def _save(pen_name: PenName, form: PenNameAndProfile) -> None:
    typed = form.cleaned_data
    # Only a change is measured by today's rules: an imported name may break them.
    if "pen_name" in form.changed_data:
        actions.rename(pen_name, typed["pen_name"])
    actions.change_profile(pen_name, bio=typed["bio"], website=typed["website"])
    answer(pen_name, form.answers)


def _form_page(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    refused = request.method == "POST"  # what was not refused has been redirected
    return render(request, template, context, status=422 if refused else 200)


@require_POST
@signed_in
def default(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Sign with it unless another is chosen."""
    mine = get_object_or_404(pen_names_editable_by(request.user), pk=pen_name)
    actions.make_default(mine)
    messages.success(request, _("New stories and reviews are signed “%s”.") % mine.name)
    return redirect("people:settings")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def remove(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Ask, then remove a name that signs nothing."""
    mine = get_object_or_404(pen_names_editable_by(request.user), pk=pen_name)
    if request.method != "POST":
        return render(request, "people/remove_pen_name.html", {"pen_name": mine})
    try:
        actions.remove_pen_name(mine)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%s” is gone.") % mine.name)
    return redirect("people:settings")
