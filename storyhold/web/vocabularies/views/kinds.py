"""The kinds of tags: which there are, and making, changing, ordering and deleting one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.tags.actions import kinds as actions
from storyhold.tags.actions import ordering
from storyhold.tags.models import TagKind
from storyhold.tags.queries import kinds_with_numbers
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.vocabularies.forms.kinds import KindForm, KindInto
from storyhold.web.vocabularies.forms.moving import Steps


@require_safe
@for_archivists
def kinds(request: HttpRequest) -> HttpResponse:
    """List the kinds, with how many tags each has."""
    return office_page(request, "vocabularies/kinds.html", {"kinds": kinds_with_numbers()})


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def new_kind(request: HttpRequest) -> HttpResponse:
    """Show the form for a new kind, or make it."""
    form = KindForm(request.POST if request.method == "POST" else kept_fields(request))
    if request.method == "POST" and form.is_valid():
        kind = actions.make_kind(form.about())
        messages.success(request, _("The kind “%s” is made. Now give it its tags.") % kind)
        return redirect("vocabularies:kind", kind.key)
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/new_kind.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(KindForm)
def edit_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Show a kind in the form, or save what is in it."""
    found = get_object_or_404(TagKind.objects.select_related("belongs_to"), key=kind)
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = KindForm(typed, kind=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_kind(found, form.about())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The kind “%s” is saved.") % found)
            return redirect("vocabularies:kind", found.key)
    context = {"form": form, "kind": found}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/edit_kind.html", context, status=status)


@require_POST
@for_archivists
def move_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Move a kind up or down."""
    found = get_object_or_404(TagKind, key=kind)
    form = Steps(request.POST)
    if form.is_valid():
        ordering.move_kind(found, steps=form.cleaned_data["steps"])
    return redirect("vocabularies:kinds")


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask whether a kind should go, and where its tags go; sent by POST, delete it."""
    found = get_object_or_404(TagKind, key=kind)
    form = KindInto(request.POST if request.method == "POST" else None, kind=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.delete_kind(found, into=form.cleaned_data["into"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The kind “%s” is deleted.") % found)
            return redirect("vocabularies:kinds")
    context = {"form": form, "kind": found, "tag_count": found.tags.count()}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/delete_kind.html", context, status=status)
