"""The tags of a kind: which there are, adding some, changing and ordering them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.common.refusal import Refusal
from storyhold.series.access import tags_kept_by
from storyhold.tags.actions import keeping, ordering
from storyhold.tags.carriers import carried_by
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.queries import as_tree, tags_called_like
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.vocabularies.forms.kinds import KindInto
from storyhold.web.vocabularies.forms.moving import Steps
from storyhold.web.vocabularies.forms.pictures import PictureForm
from storyhold.web.vocabularies.forms.tags import NewTags, TagForm
from storyhold.web.vocabularies.words import counted

ON_A_PAGE = 200


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """List the tags of a kind, all or those called like `?q=`; add some, one in each line."""
    found = get_object_or_404(TagKind.objects.select_related("belongs_to"), key=kind)
    kept = tags_kept_by(request.user)
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = NewTags(typed, kind=found, tags=kept)
    if request.method == "POST" and form.is_valid():
        try:
            added = keeping.add_tags(found, form.lines(), **form.place())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _there_are(len(added)))
            return redirect("vocabularies:kind", found.key)
    sought = request.GET.get("q", "").strip()
    tags = tags_called_like(kept.filter(kind=found).select_related("within"), sought)
    context = {
        "kind": found,
        "form": form,
        "sought": sought,
        "is_ordered": (found.is_tree or not found.is_open) and not sought,
        "page": Paginator(as_tree(tags), ON_A_PAGE).get_page(request.GET.get("page")),
    }
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/kind.html", context, status=status)


def _there_are(count: int) -> str:
    return ngettext("%d tag is there now.", "%d tags are there now.", count) % count


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(TagForm)
def edit_tag(request: HttpRequest, tag: int) -> HttpResponse:
    """Show a tag in the form, or save what is in it; and lead to all else one can do with it."""
    found = the_tag(request, tag)
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = TagForm(typed, tag=found, tags=tags_kept_by(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            keeping.change_tag(found, form.about())
        except Refusal as refusal:
            add_refusal(form, refusal)
            found = the_tag(request, tag)
        else:
            messages.success(request, _("“%s” is saved.") % found.name)
            return redirect(place_of(found))
    return tag_page(request, found, form=form)


def tag_page(
    request: HttpRequest,
    tag: Tag,
    *,
    form: TagForm | None = None,
    kind_form: KindInto | None = None,
    picture_form: PictureForm | None = None,
) -> HttpResponse:
    """Show the page of a tag; the forms are those that were sent, if any was."""
    context = {
        "tag": tag,
        "form": form or TagForm(tag=tag, tags=tags_kept_by(request.user)),
        "picture_form": picture_form or PictureForm(),
        "kind_form": kind_form or KindInto(kind=tag.kind, required=True),
        "carried": counted(carried_by([tag.pk])),
    }
    status = 422 if request.method == "POST" else 200
    return office_page(request, "vocabularies/edit_tag.html", context, status=status)


@require_POST
@for_archivists
def move_tag(request: HttpRequest, tag: int) -> HttpResponse:
    """Move a tag up or down among those beside it."""
    found = the_tag(request, tag)
    form = Steps(request.POST)
    if form.is_valid():
        ordering.move_among_siblings(found, steps=form.cleaned_data["steps"])
    return redirect(place_of(found))


@require_POST
@for_archivists
def sort_tags(request: HttpRequest, tag: int) -> HttpResponse:
    """Put a tag and those beside it from A to Z."""
    found = the_tag(request, tag)
    ordering.sort_siblings(found)
    return redirect(place_of(found))


def the_tag(request: HttpRequest, pk: int) -> Tag:
    """Return a tag that this archivist keeps, with its kind and place."""
    kept = tags_kept_by(request.user)
    with_place = kept.select_related("kind__belongs_to", "parent", "within")
    return get_object_or_404(with_place, pk=pk)


def place_of(tag: Tag) -> str:
    """Return the address of a tag's line in the list of its kind."""
    return f"{reverse('vocabularies:kind', args=[tag.kind.key])}#tag-{tag.pk}"
