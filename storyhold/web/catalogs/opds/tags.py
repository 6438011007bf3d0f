"""Vocabularies of the catalog, and the stories with a tag."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from storyhold.freshness.pages import kept_for_guests
from storyhold.series.access import tags_shown_to
from storyhold.stories.access import stories_listed_for
from storyhold.stories.narrowing import with_any_tag
from storyhold.stories.shelves import as_shelves, counts_of, shelves_of, tags_in_use
from storyhold.tags.models import TagKind
from storyhold.tags.queries import with_their_trees
from storyhold.web.catalogs.opds.answers import written
from storyhold.web.catalogs.opds.catalog import Catalog, Way, at
from storyhold.web.catalogs.opds.stories import listed
from storyhold.web.parts.e_readers import open_to_e_readers

TAGS_ON_A_PAGE = 100


@require_safe
@kept_for_guests()
@open_to_e_readers
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """List the tags of a vocabulary that have stories."""
    shown = get_object_or_404(TagKind, key=kind)
    if shown.is_tree:
        return written(request, Catalog(shown.name_plural, ways=_tree(request, shown)))
    return written(request, _from_a_to_z(request, shown))


def _tree(request: HttpRequest, kind: TagKind) -> list[Way]:
    shelves = shelves_of(kind, stories_listed_for(request.user)).values()
    ways = [
        Way(
            " > ".join([*(tag.name for tag in shelf.way_down), shelf.tag.name]),
            at(request, "tag", shelf.tag.pk),
            count=shelf.story_count,
        )
        for shelf in shelves
        if shelf.story_count
    ]
    return sorted(ways, key=lambda way: way.title.casefold())


def _from_a_to_z(request: HttpRequest, kind: TagKind) -> Catalog:
    stories = stories_listed_for(request.user)
    pages = Paginator(tags_in_use(kind, stories), TAGS_ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    counts = counts_of(page, stories)
    ways = [
        Way(tag.name, at(request, "tag", tag.pk), str(tag.within or ""), count=counts.get(tag.pk))
        for tag in page
    ]
    return Catalog(kind.name_plural, ways=ways, page=page)


@require_safe
@kept_for_guests()
@open_to_e_readers
def tag(request: HttpRequest, tag: int) -> HttpResponse:
    """List the stories with a tag, and on a shelf of a tree those below it."""
    visible = tags_shown_to(request.user).filter(pk=tag)
    shelf = as_shelves(with_their_trees(visible)).get(tag)
    if shelf is None:
        raise Http404
    found = stories_listed_for(request.user).filter(with_any_tag(shelf.ids))
    return listed(request, found, title=shelf.tag.name, sort="updated")
