"""What series hold, together with the series within them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from storyhold.accounts.queries import Viewer
from storyhold.series.access import series_visible_to
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.access import is_listed_for


class Numbers(NamedTuple):
    """What is kept beside a story."""

    words: int
    reviews: int
    rated: int
    rated_sum: int


@dataclass
class Holding:
    """The stories in a series or in one within it, each once, by id; and where it stands itself."""

    inside: set[int]  # the ids of the series and of those within it
    stories: dict[int, Numbers]
    parents: list[Series] = field(default_factory=list)

    @property
    def story_count(self) -> int:
        """How many stories there are."""
        return len(self.stories)

    @property
    def totals(self) -> Numbers:
        """The numbers of all the stories together."""
        columns = zip(Numbers(0, 0, 0, 0), *self.stories.values(), strict=True)
        return Numbers(*map(sum, columns))


def holdings_of(viewer: Viewer, series: Collection[Series]) -> dict[int, Holding]:
    """Return what the viewer may see listed in each of the series, by its id; two queries."""
    nested = _series_in_series(viewer)
    within: dict[int, list[int]] = {}
    for place in nested:
        within.setdefault(place.series_id, []).append(place.sub_series_id or 0)
    inside = {each.pk: set(_and_below(each.pk, within)) for each in series}
    stories = _stories_in(viewer, set().union(*inside.values()))
    found = {
        pk: Holding(below, {story: told for each in below for story, told in stories.get(each, ())})
        for pk, below in inside.items()
    }
    for place in nested:
        if place.sub_series_id in found and vars(place)["is_seen"]:
            found[place.sub_series_id].parents.append(place.series)
    return found


def by_size(
    series: Collection[Series], holdings: Mapping[int, Holding], *, largest_first: bool
) -> list[tuple[Series, int]]:
    """Return the series that hold any story by how many they hold."""
    sizes = [(each, holdings[each.pk].story_count) for each in series]
    held = [(each, size) for each, size in sizes if size]
    return sorted(held, key=lambda pair: pair[1], reverse=largest_first)


def _series_in_series(viewer: Viewer) -> list[SeriesItem]:
    """Return all places of series in series, by title, each with whether the outer one is seen."""
    seen = series_visible_to(viewer).filter(pk=OuterRef("series"))
    places = SeriesItem.objects.filter(sub_series__isnull=False, accepted_at__isnull=False)
    told = places.annotate(is_seen=Exists(seen)).select_related("series")
    return list(told.order_by("series__title_key", "series"))


def _and_below(series: int, within: Mapping[int, list[int]]) -> Iterator[int]:
    """Yield the id and those of all series inside, however deep. None ever holds itself."""
    yield series
    for each in within.get(series, ()):
        yield from _and_below(each, within)


def _stories_in(viewer: Viewer, series: Collection[int]) -> dict[int, list[tuple[int, Numbers]]]:
    items = SeriesItem.objects.filter(series__in=series, accepted_at__isnull=False)
    listed = items.filter(is_listed_for(viewer, at="story__"), story__isnull=False)
    numbers = ("word_count", "review_count", "rated_count", "rated_sum")
    rows = listed.order_by().values_list("series", "story", *(f"story__{each}" for each in numbers))
    stories: dict[int, list[tuple[int, Numbers]]] = {}
    for each, story, *told in rows:
        stories.setdefault(each, []).append((story, Numbers(*told)))
    return stories
