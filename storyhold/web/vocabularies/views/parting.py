"""What ends a tag: merged into another, moved to another kind, deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.common.refusal import Refusal
from storyhold.series.access import tags_kept_by
from storyhold.tags.actions import keeping
from storyhold.tags.carriers import carried_by
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.vocabularies.forms.kinds import KindInto
from storyhold.web.vocabularies.forms.parting import MergeInto, ReplaceBy
from storyhold.web.vocabularies.views.tags import place_of, tag_page, the_tag
from storyhold.web.vocabularies.words import counted


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def merge_tag(request: HttpRequest, tag: int) -> HttpResponse:
    """Ask into which other a tag shall be merged; sent by POST, merge it."""
    found = the_tag(request, tag)
    others = tags_kept_by(request.user).filter(kind=found.kind).exclude(pk=found.pk)
    form = MergeInto(request.POST if request.method == "POST" else None, tag=found, others=others)
    if request.method == "POST" and form.is_valid():
        into = form.cleaned_data["into"]
        try:
            keeping.merge_tags(found, into=into)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("All that had the tag has “%s” now.") % into.name)
            return redirect(place_of(into))
    context = {"tag": found, "form": form, "carried": counted(carried_by([found.pk]))}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/merge_tag.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete_tag(request: HttpRequest, tag: int) -> HttpResponse:
    """Ask whether a tag shall go, and what its stories get in its place; then delete it."""
    found = the_tag(request, tag)
    others = tags_kept_by(request.user).filter(kind=found.kind).exclude(pk=found.pk)
    counts = carried_by([found.pk])
    typed = request.POST if request.method == "POST" else None
    is_carried = any(count for _model, count in counts)
    form = ReplaceBy(typed, tag=found, others=others, is_carried=is_carried)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.delete_tag(found, into=form.cleaned_data["into"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("“%s” is deleted.") % found.name)
            return redirect("vocabularies:kind", found.kind.key)
    context = {
        "tag": found,
        "form": form,
        "is_carried": is_carried,
        "carried": counted(counts),
        "has_below": found.children.exists(),
    }
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/delete_tag.html", context, status=status)


@require_POST
@for_archivists
def change_kind_of_tag(request: HttpRequest, tag: int) -> HttpResponse:
    """Move a tag, with all below it, to another kind."""
    found = the_tag(request, tag)
    form = KindInto(request.POST, kind=found.kind, required=True)
    if form.is_valid():
        into = form.cleaned_data["into"]
        try:
            keeping.move_to_kind(found, into)
        except Refusal as refusal:
            add_refusal(form, refusal)
            found = the_tag(request, tag)
        else:
            said = _("“%(tag)s” is among the %(kind)s now.")
            messages.success(request, said % {"tag": found.name, "kind": into.name_plural})
            return redirect("vocabularies:kind", into.key)
    return tag_page(request, found, kind_form=form)
