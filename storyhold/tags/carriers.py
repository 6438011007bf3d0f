"""What carries tags and ratings: stories, and whatever else the floors above give them to.

They stand above this room, so it may not import them; Django knows every model that points here.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Model, OuterRef, QuerySet

from storyhold.tags.models import Rating, Tag, TagKind


@dataclass(frozen=True)
class Carrier:
    """A model with tags, and the table between."""

    model: type[Model]
    through: type[Model]
    owner: str  # the field of the table between that leads to the model
    tag: str  # the one that leads to the tag

    def links(self, tags: Collection[int]) -> QuerySet[Any]:
        """Return the rows that tie any of these tags to something."""
        return self.through._default_manager.filter(**{f"{self.tag}__in": tags})

    def owners(self, tags: Collection[int]) -> QuerySet[Any, Any]:
        """Return the ids of what carries any of these tags."""
        return self.links(tags).values_list(self.owner, flat=True)


def carriers() -> Iterator[Carrier]:
    """Yield every model that has tags."""
    for relation in Tag._meta.related_objects:
        if relation.many_to_many:
            field: Any = relation.field
            yield Carrier(
                model=field.model,
                through=field.remote_field.through,
                owner=field.m2m_field_name(),
                tag=field.m2m_reverse_field_name(),
            )


Counts = list[tuple[type[Model], int]]


def carried_by(tags: Collection[int]) -> Counts:
    """Return how many of each model carry any of the tags, each thing counted once."""
    return [(each.model, each.owners(tags).distinct().count()) for each in carriers()]


def carrying_several(kind: TagKind) -> Counts:
    """Return how many of each model carry more than one tag of a kind."""
    found: Counts = []
    for each in carriers():
        of_kind = each.through._default_manager.filter(**{f"{each.tag}__kind": kind})
        counted = of_kind.values(each.owner).annotate(how_many=Count("pk"))
        found.append((each.model, counted.filter(how_many__gt=1).count()))
    return found


def carried_by_nothing(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Return those of the tags that nothing carries, not even a draft."""
    for each in carriers():
        links = each.through._default_manager.filter(**{each.tag: OuterRef("pk")})
        tags = tags.exclude(Exists(links))
    return tags


def rated(rating: Rating) -> Iterator[tuple[QuerySet[Any], str]]:
    """Yield for every model that has a rating: the rows with this one, and their field for it."""
    for relation in Rating._meta.related_objects:
        name = relation.field.name
        yield relation.field.model._default_manager.filter(**{name: rating}), name
