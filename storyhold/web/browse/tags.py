"""Finding a story by its tags: the kinds, the tags of a kind, the stories of a tag."""

import re
from functools import partial

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from storyhold.accounts.models import Member
from storyhold.common.alphabet import in_order
from storyhold.freshness.pages import kept_for_guests
from storyhold.series.access import series_visible_to, tags_shown_to
from storyhold.series.queries import with_owners, with_series, with_tags
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.stories.narrowing import with_any_tag
from storyhold.stories.shelves import (
    Shelf,
    as_shelves,
    count_stories,
    counts_of,
    fandoms_of,
    letters_in_use,
    shelves_of,
    tags_in_use,
)
from storyhold.tags.models import TagKind
from storyhold.tags.queries import kinds, tags_within, with_their_trees
from storyhold.web.parts.listing.asked import asked_of
from storyhold.web.parts.listing.listing import listing
from storyhold.web.parts.listing.others import others_on, tagged, with_same_tags
from storyhold.web.parts.series_cards import fill_cards

TAGS_ON_A_PAGE = 300
SERIES_ON_A_PAGE = 25
MOST_FANDOMS_OFFERED = 500


@require_safe
@kept_for_guests()
def tag_kinds(request: HttpRequest) -> HttpResponse:
    """List the ways to find a story."""
    return render(request, "browse/tag_kinds.html", {"kinds": kinds()})


@require_safe
@kept_for_guests()
def tag_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """List the tags of a vocabulary, each with the number of its stories: a tree, or A to Z."""
    shown = get_object_or_404(TagKind.objects.select_related("belongs_to"), key=kind)
    listed = stories_listed_for(request.user)
    if shown.is_tree:
        shelves = shelves_of(shown, listed).values()
        top = [shelf for shelf in shelves if shelf.above is None]
        return render(request, "browse/tag_tree.html", {"kind": shown, "shelves": top})
    context = {"kind": shown, **_from_a_to_z(request, shown, listed)}
    return render(request, "browse/tag_kind.html", context)


def _from_a_to_z(
    request: HttpRequest, kind: TagKind, stories: QuerySet[Story]
) -> dict[str, object]:
    """Return the tags at `?letter=` and within the fandom `?within=`, and the ways to others."""
    tags = tags_in_use(kind, stories)
    fandoms = list(fandoms_of(tags)[:MOST_FANDOMS_OFFERED]) if kind.belongs_to else []
    within = _fandom_asked_for(request)
    if within:
        tags = tags.filter(within=within)
    letters = letters_in_use(tags)
    letter = request.GET.get("letter", "")
    letter = letter if letter in letters else ""
    at_letter = tags.filter(letter=letter) if letter else tags
    page = Paginator(at_letter, TAGS_ON_A_PAGE).get_page(request.GET.get("page"))
    kept = {"within": within} if within else {}
    return {
        "page": page,
        "counts": counts_of(page, stories),
        "fandoms": fandoms,
        "within": within,
        "letter": letter,
        "letters": [
            (each, f"?{urlencode(kept | {'letter': each})}" if has_tags else "")
            for each, has_tags in in_order(letters)
        ],
    }


def _fandom_asked_for(request: HttpRequest) -> int | None:
    number = re.match(r"[0-9]{1,18}(?![0-9])", request.GET.get("within", ""))
    return int(number[0]) if number else None


@require_safe
@kept_for_guests()
def tag_page(request: HttpRequest, tag: int) -> HttpResponse:
    """List the stories with a tag; on a shelf of a tree also those on the shelves below it."""
    shelf = _shelf_shown(request, tag)
    listed = stories_listed_for(request.user)
    found = listed.filter(with_any_tag(shelf.ids))
    count = partial(_counted, shelf, listed) if shelf.tag.kind.is_tree else None
    shown = listing(request, found, sort="updated", count=count)
    context = {
        "tag": shelf.tag,
        "trail": _trail(shelf),
        "listing": shown,
        "others": others_on(request.user, shelf, shown.asked),
        "ways": _ways_on(request, shelf) if shown.is_all else {},
        "may_keep": isinstance(request.user, Member) and request.user.is_archivist,
    }
    return render(request, "browse/tag.html", context)


def _counted(shelf: Shelf, stories: QuerySet[Story]) -> int:
    count_stories(shelf.with_those_below, stories)
    return shelf.story_count


def _ways_on(request: HttpRequest, shelf: Shelf) -> dict[str, object]:
    """Return what the first page of a tag's stories leads to besides: other tags, and series."""
    return {
        "shelves": shelf.shelves,
        "within": tags_within(shelf.tag, tags_shown_to(request.user)),
        "has_series": any(vars(each.tag)["has_series"] for each in shelf.with_those_below),
    }


@require_safe
@kept_for_guests()
def tag_series(request: HttpRequest, tag: int) -> HttpResponse:
    """List the series with a tag, or one below it, A to Z."""
    shelf = _shelf_shown(request, tag)
    asked = asked_of(request, sort="title")
    found = with_same_tags(tagged(series_visible_to(request.user), shelf.ids), asked)
    series = with_owners(found).order_by("title_key", "pk")
    page = Paginator(with_tags(series), SERIES_ON_A_PAGE).get_page(request.GET.get("page"))
    fill_cards(request.user, list(page))
    here = (shelf.tag.name, shelf.tag.get_absolute_url())
    context = {"tag": shelf.tag, "trail": [*_trail(shelf), here], "page": page, "asked": asked}
    return render(request, "browse/tag_series.html", context)


def _shelf_shown(request: HttpRequest, pk: int) -> Shelf:
    """Return a tag with what stands below it, and above, in its tree; one query."""
    visible = tags_shown_to(request.user).filter(pk=pk)
    tags = with_series(request.user, with_their_trees(visible).select_related("kind", "within"))
    shelf = as_shelves(tags).get(pk)
    if shelf is None:
        raise Http404
    return shelf


def _trail(shelf: Shelf) -> list[tuple[str, str]]:
    kind = shelf.tag.kind
    return [
        (kind.name_plural, kind.get_absolute_url()),
        *((each.name, each.get_absolute_url()) for each in shelf.way_down),
    ]
