"""Reading series for a page."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import (
    Count,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from storyhold.accounts.queries import Viewer
from storyhold.series.access import items_visible_to, series_visible_to
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.stories.queries import WITH_TAGS, for_listing


def with_numbers(viewer: Viewer, series: QuerySet[Series]) -> QuerySet[Any]:
    """Add owners, and to each series as `items_seen` how many places the viewer sees in it."""
    seen = Q(items__accepted_at__isnull=False) & (
        Q(items__story__in=stories_listed_for(viewer))
        | Q(items__sub_series__in=series_visible_to(viewer))
    )
    with_owner = series.select_related("owner").defer("owner__bio_source", "owner__bio_html")
    return with_owner.annotate(items_seen=Count("items", filter=seen))


def with_tags(series: QuerySet[Any]) -> QuerySet[Any]:
    """Add what cards show of their tags; one query more."""
    return series.prefetch_related(WITH_TAGS)


def carrying(viewer: Viewer, tag_ids: Collection[int]) -> QuerySet[Series]:
    """Return the series this viewer may see that have any of the tags."""
    links = Series.tags.through.objects.filter(tag__in=tag_ids)
    return series_visible_to(viewer).filter(pk__in=links.values("series"))


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


def places_of(viewer: Viewer, story: Story) -> list[tuple[Series, int]]:
    """Return the series the viewer may see that hold the story, and its number there; one query."""
    before = SeriesItem.objects.filter(
        Q(story__in=stories_listed_for(viewer)) | Q(sub_series__isnull=False),
        series=OuterRef("series"),
        accepted_at__isnull=False,
        position__lt=OuterRef("position"),
    )
    how_many = before.order_by().values("series").annotate(how_many=Count("pk"))
    places = SeriesItem.objects.filter(story=story, accepted_at__isnull=False)
    visible = places.filter(series__in=series_visible_to(viewer)).select_related("series")
    counted = visible.annotate(before=Coalesce(Subquery(how_many.values("how_many")), 0))
    return [(place.series, place.before + 1) for place in counted.order_by("series__title_key")]


def suggestions_in(series: Series, *, owner: Viewer) -> list[SeriesItem]:
    """Return what waits for the owner's decision, and the owner may see."""
    waiting = series.items.filter(
        Q(story__in=stories_listed_for(owner)) | Q(sub_series__in=series_visible_to(owner)),
        accepted_at=None,
    )
    return list(waiting.select_related("story", "sub_series", "added_by"))
