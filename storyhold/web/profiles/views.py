"""Defining what profiles say."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.profiles import actions
from storyhold.profiles.access import fields_editable_by
from storyhold.profiles.models import ProfileField
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.profiles.forms import FieldForm


@require_safe
@for_archivists
def desk(request: HttpRequest) -> HttpResponse:
    """List the fields."""
    context = {"fields": fields_editable_by(request.user)}
    return office_page(request, "profiles/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def new(request: HttpRequest) -> HttpResponse:
    """Add a field."""
    form = FieldForm(request.POST if request.method == "POST" else kept_fields(request))
    if request.method == "POST" and form.is_valid():
        try:
            field = actions.add_field(**form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, field)
    return _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(FieldForm)
def edit(request: HttpRequest, field: int) -> HttpResponse:
    """Change a field."""
    kept = get_object_or_404(fields_editable_by(request.user), pk=field)
    so_far = {name: getattr(kept, name) for name in FieldForm.base_fields}
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = FieldForm(typed, initial=so_far)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_field(kept, **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, kept)
    return _page(request, form)


def _saved(request: HttpRequest, field: ProfileField) -> HttpResponse:
    messages.success(request, _("“%s” is saved.") % field.label)
    return redirect("profiles:desk")


def _page(request: HttpRequest, form: FieldForm) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return office_page(request, "profiles/field.html", {"form": form}, status=status)


@require_POST
@for_archivists
def up(request: HttpRequest, field: int) -> HttpResponse:
    """Move a field before the one above it."""
    return _move(request, field, steps=-1)


@require_POST
@for_archivists
def down(request: HttpRequest, field: int) -> HttpResponse:
    """Move a field behind the one below it."""
    return _move(request, field, steps=1)


def _move(request: HttpRequest, field: int, *, steps: int) -> HttpResponse:
    moved = get_object_or_404(fields_editable_by(request.user), pk=field)
    actions.move_field(moved, steps=steps)
    return redirect("profiles:desk")


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete(request: HttpRequest, field: int) -> HttpResponse:
    """Ask, then remove a field with what was answered."""
    doomed = get_object_or_404(fields_editable_by(request.user), pk=field)
    if request.method == "POST":
        actions.delete_field(doomed)
        messages.success(request, _("“%s” is gone from all profiles.") % doomed.label)
        return redirect("profiles:desk")
    return office_page(request, "profiles/delete.html", {"field": doomed})
