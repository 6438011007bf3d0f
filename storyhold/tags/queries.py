"""Reading vocabularies."""

from collections.abc import Iterable

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
