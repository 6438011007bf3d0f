"""How many of some stories stand under each tag; in a tree, under each shelf and those below it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from django.db.models import Count, F, OuterRef, QuerySet

from storyhold.stories.counting import any_of
from storyhold.stories.models import Story
from storyhold.tags.models import Tag, TagKind


@dataclass
class Shelf:
    """A tag of a tree with the number of stories on it or below, and the shelves below it."""

    tag: Tag
    story_count: int = 0  # once `count_stories` has counted
    shelves: list["Shelf"] = field(default_factory=list)
    above: "Shelf | None" = None

    @property
    def ids(self) -> list[int]:
        """The ids of its tag and of all below."""
        return [shelf.tag.pk for shelf in self.with_those_below]

    @property
    def with_those_below(self) -> list["Shelf"]:
        """The shelf and all shelves below it, however deep."""
        return [self, *(each for shelf in self.shelves for each in shelf.with_those_below)]

    @property
    def way_down(self) -> list[Tag]:
        """The tags from the root to the shelf above this one."""
        return [*self.above.way_down, self.above.tag] if self.above else []


def tags_in_use(kind: TagKind, stories: QuerySet[Story]) -> QuerySet[Tag]:
    """Return the kind's tags that any of the stories has, from A to Z.

    Where they belong to fandoms, those of none come first, and then each fandom's.
    """
    used = Tag.objects.filter(any_of(stories.filter(tags=OuterRef("pk"))), kind=kind)
    fandoms_from_a_to_z = F("within__sort_key").asc(nulls_first=True)
    in_order = used.order_by(fandoms_from_a_to_z, "within", "sort_key", "pk")
    return in_order.select_related("within")


def letters_in_use(tags: QuerySet[Tag]) -> set[str]:
    """Return the letters under which any of the tags stands; one query."""
    return set(tags.order_by().values_list("letter", flat=True).distinct())


def fandoms_of(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Return the fandoms, or whatever it is, within which any of the tags is, from A to Z."""
    within = tags.order_by().values("within")
    return Tag.objects.filter(pk__in=within).order_by("sort_key", "pk")


def counts_of(tags: Iterable[Tag], stories: QuerySet[Story]) -> dict[int, int]:
    """Return how many of the stories have each of the tags; one query."""
    having = stories.order_by().filter(tags__in=[tag.pk for tag in tags])
    return dict(having.values_list("tags").annotate(how_many=Count("pk")))


def shelves_of(kind: TagKind, stories: QuerySet[Story]) -> dict[int, Shelf]:
    """Return all shelves of a tree by the tag's id, siblings in order; two queries."""
    shelves = as_shelves(Tag.objects.filter(kind=kind))
    count_stories(shelves.values(), stories)
    return shelves


def as_shelves(tags: Iterable[Tag]) -> dict[int, Shelf]:
    """Return the tags of a tree as shelves without numbers, by the tag's id."""
    shelves = {tag.pk: Shelf(tag) for tag in tags}
    for shelf in shelves.values():
        above = shelves.get(shelf.tag.parent_id or 0)
        if above:
            shelf.above = above
            above.shelves.append(shelf)
    return shelves


def count_stories(shelves: Collection[Shelf], stories: QuerySet[Story]) -> None:
    """Tell shelves, among them all below them, how many of the stories they hold; one query."""
    parents = {shelf.tag.pk: shelf.tag.parent_id for shelf in shelves}
    by_story = _tags_by_story(parents, stories)
    on_several = [tags for tags in by_story if len(tags) > 1]
    counts = counts_below(parents, Counter(chain.from_iterable(by_story)), on_several)
    for shelf in shelves:
        shelf.story_count = counts[shelf.tag.pk]


def counts_below(
    parents: Mapping[int, int | None],
    counts: Mapping[int, int],
    on_several: Iterable[Collection[int]],
) -> dict[int, int]:
    """Return for each tag of a tree how many stories it and the tags below it have.

    `counts` are those of each tag alone. `on_several` has, for each story with more than one of
    the tags, its tags: such a story counts once wherever several of them come together.
    """
    below = dict.fromkeys(parents, 0)
    for tag, count in counts.items():
        for each in _upwards(tag, parents):
            below[each] += count
    for tags in on_several:
        met: set[int] = set()
        for tag in tags:
            for each in _upwards(tag, parents):
                below[each] -= each in met
                met.add(each)
    return below


def _upwards(tag: int, parents: Mapping[int, int | None]) -> Iterator[int]:
    at: int | None = tag
    while at is not None and at in parents:
        yield at
        at = parents[at]


def _tags_by_story(tag_ids: Collection[int], stories: QuerySet[Story]) -> list[list[int]]:
    """Return, for each story that has any of the tags, which of them.

    All of them: to ask the database which stories have several takes ten times as long.
    """
    by_story: dict[int, list[int]] = {}
    for story, tag in stories.order_by().filter(tags__in=tag_ids).values_list("pk", "tags"):
        by_story.setdefault(story, []).append(tag)
    return list(by_story.values())
