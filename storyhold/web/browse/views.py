"""Finding a story: the first page, all stories, tags."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from storyhold.series.access import tags_shown_to
from storyhold.stories.access import stories_listed_for
from storyhold.stories.narrowing import with_any_tag
from storyhold.stories.queries import first_page
from storyhold.stories.shelves import Shelf, shelves_of, tags_in_use
from storyhold.tags.models import TagKind
from storyhold.tags.queries import kinds
from storyhold.web.parts.listing.listing import alphabet, listing

TAGS_ON_A_PAGE = 300


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what there is to read now, and the ways into the archive."""
    context = {
        "lists": first_page(stories_listed_for(request.user)),
        "kinds": kinds(),
    }
    return render(request, "browse/home.html", context)


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """List all stories, A to Z unless another order is asked for."""
    shown = alphabet(request, stories_listed_for(request.user), sort="title")
    return render(request, "browse/stories.html", {"listing": shown})


@require_safe
def tag_kinds(request: HttpRequest) -> HttpResponse:
    """List the vocabularies."""
    return render(request, "browse/tag_kinds.html", {"kinds": kinds()})


@require_safe
def tag_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """List the tags of a vocabulary, each with the number of its stories: a tree, or A to Z."""
    shown = get_object_or_404(TagKind, key=kind)
    listed = stories_listed_for(request.user)
    context: dict[str, object] = {"kind": shown}
    if shown.is_tree:
        shelves = shelves_of(shown, listed).values()
        context["shelves"] = [shelf for shelf in shelves if shelf.above is None]
    else:
        pages = Paginator(tags_in_use(shown, listed), TAGS_ON_A_PAGE)
        context["page"] = pages.get_page(request.GET.get("page"))
    return render(request, "browse/tag_kind.html", context)


@require_safe
def tag_page(request: HttpRequest, tag: int) -> HttpResponse:
    """List the stories with a tag; on a shelf of a tree also those on the shelves below it."""
    visible = tags_shown_to(request.user).select_related("kind", "within")
    shown = get_object_or_404(visible, pk=tag)
    listed = stories_listed_for(request.user)
    shelf = shelves_of(shown.kind, listed)[shown.pk] if shown.kind.is_tree else None
    found = listed.filter(with_any_tag(shelf.ids if shelf else [shown.pk]))
    count = shelf.story_count if shelf else None
    context = {
        "tag": shown,
        "shelf": shelf,
        "trail": _trail(shown.kind, shelf),
        "listing": listing(request, found, sort="updated", count=count),
    }
    return render(request, "browse/tag.html", context)


def _trail(kind: TagKind, shelf: Shelf | None) -> list[tuple[str, str]]:
    above = shelf.way_down if shelf else []
    return [
        (kind.name_plural, kind.get_absolute_url()),
        *((each.name, each.get_absolute_url()) for each in above),
    ]
