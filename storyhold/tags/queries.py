"""Reading vocabularies."""

from collections.abc import Iterable, Iterator

from storyhold.tags.models import Rating, Tag, TagKind
from storyhold.tags.rules import tag_key


def kinds() -> list[TagKind]:
    """Return every vocabulary in the archive's order; one query."""
    return list(TagKind.objects.select_related("belongs_to"))


def ratings() -> list[Rating]:
    """Return the scale of ratings, mildest first."""
    return list(Rating.objects.all())


def tags_named(kind: TagKind, names: Iterable[str]) -> dict[str, Tag]:
    """Return the kind's tags among `names`, by key; of two with one key, the older."""
    wanted = {tag_key(name) for name in names}
    found = Tag.objects.filter(kind=kind, key__in=wanted).order_by("-pk")
    return {tag.key: tag for tag in found}


def by_kind(tags: Iterable[Tag]) -> list[tuple[TagKind, list[Tag]]]:
    """Group tags, whose kinds are loaded, by kind in the archive's order."""
    groups: dict[int, tuple[TagKind, list[Tag]]] = {}
    for tag in tags:
        groups.setdefault(tag.kind_id, (tag.kind, []))[1].append(tag)
    return sorted(groups.values(), key=lambda group: (group[0].position, group[0].key))


def closed_vocabularies() -> dict[int, list[tuple[int, Tag]]]:
    """Return the words authors choose from, by id of the kind; one query.

    Each word comes with its depth in the tree, and after the word it belongs under.
    """
    below: dict[tuple[int, int | None], list[Tag]] = {}
    tags = list(Tag.objects.filter(kind__is_open=False).select_related("within"))
    ids = {tag.pk for tag in tags}
    for tag in tags:
        parent = tag.parent_id if tag.parent_id in ids else None
        below.setdefault((tag.kind_id, parent), []).append(tag)
    kind_ids = {tag.kind_id for tag in tags}
    return {kind_id: list(_walk(below, kind_id, None, 0)) for kind_id in kind_ids}


def _walk(
    below: dict[tuple[int, int | None], list[Tag]], kind_id: int, parent: int | None, depth: int
) -> Iterator[tuple[int, Tag]]:
    for tag in below.get((kind_id, parent), []):
        yield depth, tag
        yield from _walk(below, kind_id, tag.pk, depth + 1)
