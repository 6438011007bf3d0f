"""Reading vocabularies."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from storyhold.archive.queries import the_archive
from storyhold.tags.carriers import rated
from storyhold.tags.models import Rating, Tag, TagKind, address_of_kind, address_of_tag
from storyhold.tags.rules import tag_key


def kinds() -> list[TagKind]:
    """Return every vocabulary in the archive's order; one query."""
    return list(TagKind.objects.select_related("belongs_to"))


def kinds_with_numbers() -> QuerySet[Any]:
    """Return every vocabulary, each with `tag_count`."""
    return TagKind.objects.select_related("belongs_to").annotate(tag_count=Count("tags"))


def ratings() -> list[Rating]:
    """Return the scale of ratings, mildest first."""
    return list(Rating.objects.all())


def tags_called_like(tags: QuerySet[Tag], name: str) -> QuerySet[Tag]:
    """Return those of the tags in whose names this stands, in any spelling; all for nothing."""
    return tags.filter(key__contains=tag_key(name).replace("\0", "")) if name else tags


def tags_named(kind: TagKind, names: Iterable[str]) -> dict[str, Tag]:
    """Return the kind's tags among `names`, by key; of two with one key, the older."""
    wanted = {tag_key(name) for name in names}
    if not wanted:
        return {}
    found = Tag.objects.filter(kind=kind, key__in=wanted).order_by("-pk")
    return {tag.key: tag for tag in found}


def stories_rated(rating: Rating) -> int:
    """Return how many things have this rating, drafts and what is in the trash among them."""
    return sum(rows.count() for rows, _field in rated(rating))


def siblings_of(tag: Tag) -> QuerySet[Tag]:
    """Return the tag and those beside it: below the same tag, and of the same fandom."""
    return Tag.objects.filter(kind=tag.kind_id, parent=tag.parent_id, within=tag.within_id)


def twin_of(tag: Tag) -> Tag | None:
    """Return another tag of the same name in the same place, if there is one."""
    return siblings_of(tag).filter(key=tag.key).exclude(pk=tag.pk).first()


def ids_below(tag: Tag) -> set[int]:
    """Return the ids of the tag and of all below it; a query for each layer."""
    found = layer = {tag.pk}
    while layer:
        layer = set(Tag.objects.filter(parent__in=layer).values_list("pk", flat=True)) - found
        found |= layer
    return found


class KindShown(NamedTuple):
    """What pages show of the kind of some tags."""

    key: str
    name: str
    name_plural: str

    def get_absolute_url(self) -> str:
        """The page that lists the tags of this kind."""
        return address_of_kind(self.key)


class TagShown(NamedTuple):
    """What pages show of a tag. A listing has some hundred, too many for whole model objects."""

    pk: int
    name: str
    above: tuple[str, ...] = ()  # the names from the root of its tree down to it, if wanted

    def get_absolute_url(self) -> str:
        """The page that lists the stories with this tag."""
        return address_of_tag(self.pk, self.name)

    @property
    def words(self) -> str:
        """The name, after those above it where they are wanted."""
        return " > ".join([*self.above, self.name])


def with_their_trees(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Return the tags, and of each that stands in a tree all others of that tree."""
    found = tags.order_by().values("pk")
    trees = TagKind.objects.filter(is_tree=True, tags__in=found).order_by().values("pk")
    return Tag.objects.filter(Q(pk__in=found) | Q(kind__in=trees))


TagsByKind = list[tuple[KindShown, list[TagShown]]]

MOST_WITHIN = 100
# Of a tree, from above down. One that is deeper shows the names that are next to the tag.
NAMES_ABOVE = [f"tag__{'parent__' * layers}name" for layers in range(6, 0, -1)]


def tags_within(tag: Tag, tags: QuerySet[Tag]) -> TagsByKind:
    """Return those of `tags` that are within a tag, as characters in a fandom; by kind, A to Z.

    The first hundred: the page of their kind has them all. One query.
    """
    within = tags.filter(within=tag).order_by("kind__position", "kind__key", "sort_key", "pk")
    rows = within.values_list("pk", "name", "kind__key", "kind__name", "kind__name_plural")
    found: dict[KindShown, list[TagShown]] = {}
    for pk, name, *kind in rows[:MOST_WITHIN]:
        found.setdefault(KindShown(*kind), []).append(TagShown(pk, name))
    return list(found.items())


def tags_by_kind(links: QuerySet[Any], *, owner: str) -> dict[int, TagsByKind]:
    """Return the tags that `links` tie to things, by thing and by kind in the archive's order.

    `links` are rows of a table between things and tags, `owner` its column for the things. With
    the names above them where the house rules want the whole path to a category. One query.
    """
    above = NAMES_ABOVE if the_archive().whole_category_paths else []
    shown: dict[int, dict[KindShown, list[TagShown]]] = {}
    ordered = links.order_by(
        "tag__kind__position", "tag__kind__key", "tag__position", "tag__sort_key"
    )
    for thing, pk, name, key, one, many, *names in ordered.values_list(
        owner, "tag_id", "tag__name",
        "tag__kind__key", "tag__kind__name", "tag__kind__name_plural", *above,
    ):  # fmt: skip
        kinds = shown.setdefault(thing, {})
        tag = TagShown(pk, name, tuple(filter(None, names)))
        kinds.setdefault(KindShown(key, one, many), []).append(tag)
    return {thing: list(kinds.items()) for thing, kinds in shown.items()}


Words = list[tuple[int, Tag]]  # with the depth of each in its tree


def closed_vocabularies(*, kept: Collection[int] = ()) -> dict[int, Words]:
    """Return the words authors choose from, by id of the kind; one query.

    Closed tags are among them only where their ids are in `kept`.
    """
    offered = Tag.objects.filter(Q(is_closed=False) | Q(pk__in=kept), kind__is_open=False)
    by_kind: dict[int, list[Tag]] = {}
    for tag in offered.select_related("within"):
        by_kind.setdefault(tag.kind_id, []).append(tag)
    return {kind_id: as_tree(tags) for kind_id, tags in by_kind.items()}


def as_tree(tags: Iterable[Tag]) -> Words:
    """Return the tags of one kind with their depth, each after the one it belongs under."""
    tags = list(tags)
    ids = {tag.pk for tag in tags}
    below: dict[int | None, list[Tag]] = {}
    for tag in tags:
        parent = tag.parent_id if tag.parent_id in ids else None
        below.setdefault(parent, []).append(tag)
    return list(_walk(below, None, 0))


def _walk(
    below: dict[int | None, list[Tag]], parent: int | None, depth: int
) -> Iterator[tuple[int, Tag]]:
    for tag in below.get(parent, []):
        yield depth, tag
        yield from _walk(below, tag.pk, depth + 1)
