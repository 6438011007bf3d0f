"""Reading series for a page."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects

from storyhold.accounts.queries import Viewer
from storyhold.freshness.stamps import LISTS
from storyhold.freshness.watching import shows
from storyhold.series.access import is_seen_by, items_visible_to, series_visible_to
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.access import is_listed_for
from storyhold.stories.counting import any_of, how_many
from storyhold.stories.models import Story
from storyhold.stories.queries import WITH_TAGS, for_listing
from storyhold.tags.models import Tag


def with_numbers(viewer: Viewer, series: QuerySet[Series]) -> QuerySet[Any]:
    """Add owners, and to each series as `items_seen` how many places the viewer sees in it."""
    seen = SeriesItem.objects.filter(is_seen_by(viewer), accepted_at__isnull=False)
    numbered: QuerySet[Any] = with_owners(series).annotate(
        items_seen=how_many(seen.filter(series=OuterRef("pk")))
    )
    return numbered


def with_owners(series: QuerySet[Any]) -> QuerySet[Any]:
    """Add those who keep them, in the same query."""
    return series.select_related("owner").defer("owner__bio_source", "owner__bio_html")


def with_tags(series: QuerySet[Any]) -> QuerySet[Any]:
    """Add what cards show of their tags; one query more."""
    return series.prefetch_related(WITH_TAGS)


def with_series(viewer: Viewer, tags: QuerySet[Tag]) -> QuerySet[Any]:
    """Tell each tag as `has_series` whether a series that this viewer may see has it."""
    having = series_visible_to(viewer).filter(tags=OuterRef("pk"))
    marked: QuerySet[Any] = tags.annotate(has_series=any_of(having))
    return marked


def items_shown(viewer: Viewer, series: Series) -> QuerySet[SeriesItem]:
    """Return what the viewer sees of a series, in order, with all that blurbs need: 4 queries.

    The cards of series need `load_tags` as well.
    """
    with_stories = Prefetch("story", for_listing(Story.objects.all()))
    visible = items_visible_to(viewer, series).order_by("position", "pk")
    return visible.select_related("sub_series__owner").prefetch_related(with_stories)


def load_tags(series: Series, items: Iterable[SeriesItem]) -> None:
    """Give a series and those that have a place in it their tags; one query."""
    inside = [item.sub_series for item in items if item.sub_series]
    prefetch_related_objects([series, *inside], WITH_TAGS)


def place_beside(viewer: Viewer, item: SeriesItem, *, steps: int) -> int | None:
    """Return the place, from 1, to which an item moves to pass its neighbor; None at the end.

    Neighbors are those the viewer sees; what waits or is hidden between them is passed as well.
    """
    everything = list(item.series.items.values_list("pk", flat=True))
    seen = items_visible_to(viewer, item.series).order_by("position", "pk")
    order = list(seen.values_list("pk", flat=True))
    if item.pk not in order:
        return None
    to = order.index(item.pk) + steps
    return everything.index(order[to]) + 1 if 0 <= to < len(order) else None


Place = tuple[Series, int]  # a series, and the number of a story in it


def places_of(viewer: Viewer, story: Story) -> list[Place]:
    """Return the series the viewer may see that hold the story, and its number there; one query."""
    held = SeriesItem.objects.filter(story=story, series__in=series_visible_to(viewer))
    found = _places(viewer, held).get(story.pk, [])
    if found:
        shows(LISTS)  # which of the others are listed decides the number
    return found


def places_of_each(viewer: Viewer, stories: Collection[Story]) -> dict[int, list[Place]]:
    """Return the same for stories listed for the viewer, by their ids; one query.

    A series that holds a listed story may be seen, so that is not asked.
    """
    return _places(viewer, SeriesItem.objects.filter(story__in=stories))


def _places(viewer: Viewer, items: QuerySet[SeriesItem]) -> dict[int, list[Place]]:
    listed = is_listed_for(viewer, at="story__") & Q(story__isnull=False)
    before = SeriesItem.objects.filter(
        listed | Q(sub_series__isnull=False),
        series=OuterRef("series"),
        accepted_at__isnull=False,
        position__lt=OuterRef("position"),
    )
    accepted = items.filter(accepted_at__isnull=False).select_related("series")
    counted = accepted.annotate(before=how_many(before)).defer(
        "series__summary_source", "series__summary_html"
    )
    found: dict[int, list[Place]] = {}
    for item in counted.order_by("series__title_key", "series"):
        found.setdefault(item.story_id or 0, []).append((item.series, item.before + 1))
    return found


def suggestions_in(series: Series, *, owner: Viewer) -> list[SeriesItem]:
    """Return what waits for the owner's decision, and the owner may see."""
    waiting = series.items.filter(is_seen_by(owner), accepted_at=None)
    return list(waiting.select_related("story", "sub_series", "added_by"))


def stories_in(viewer: Viewer, series: Series) -> list[Story]:
    """Return the stories that the viewer sees of a series and of those within it, each once.

    In order, with all that blurbs need.
    """
    ids = dict.fromkeys(_ids_in(viewer, series, known={series.pk}))
    stories = for_listing(Story.objects.filter(pk__in=ids)).in_bulk()
    return [stories[pk] for pk in ids]


def _ids_in(viewer: Viewer, series: Series, *, known: set[int]) -> Iterator[int]:
    items = items_visible_to(viewer, series).select_related("sub_series")
    for item in items.order_by("position", "pk"):
        if item.story_id:
            yield item.story_id
        elif item.sub_series and item.sub_series.pk not in known:
            known.add(item.sub_series.pk)
            yield from _ids_in(viewer, item.sub_series, known=known)
