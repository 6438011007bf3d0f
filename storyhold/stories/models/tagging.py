"""The tags of stories and series, as pages show them."""

from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any, Self, overload

from django.db.models import Model, prefetch_related_objects

from storyhold.tags.queries import TagsByKind, tags_by_kind


class ShownTags:
    """The attribute `tags_by_kind` of whatever has `tags`.

    A listing names it in `prefetch_related`, as it would a relation: Django asks whatever can
    `get_prefetch_querysets`. Elsewhere it is read when it is first asked for.
    """

    @overload
    def __get__(self, thing: None, owner: type) -> Self: ...
    @overload
    def __get__(self, thing: Model, owner: type) -> TagsByKind: ...
    def __get__(self, thing: Model | None, owner: type) -> Self | TagsByKind:
        if thing is None:
            return self
        if not self.is_cached(thing):
            prefetch_related_objects([thing], "tags_by_kind")
        found: tuple[int, TagsByKind] = thing.__dict__["_tags_found"]
        return found[1]

    def is_cached(self, thing: Model) -> bool:
        """Whether they have been read."""
        return "_tags_found" in thing.__dict__

    def get_prefetch_querysets(self, things: Sequence[Any], _querysets: object = None) -> Any:
        """Return what `prefetch_related` gives each thing: its id and tags. One query."""
        field = type(things[0]).tags.field
        owner = field.m2m_field_name()
        links = field.remote_field.through.objects.filter(**{f"{owner}__in": things})
        tags = tags_by_kind(links, owner=f"{owner}_id")
        found = [(thing.pk, tags.get(thing.pk, [])) for thing in things]
        return found, itemgetter(0), attrgetter("pk"), True, "_tags_found", True
