"""The tags of stories, as pages show them."""

from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any, Self, overload

from django.db.models import Model, prefetch_related_objects

from storyhold.tags.queries import TagsByKind, tags_by_kind


class ShownTags:
    """The attribute `tags_by_kind` of stories.

    A listing names it in `prefetch_related`, as it would a relation: Django asks whatever can
    `get_prefetch_querysets`. Elsewhere it is read when it is first asked for.
    """

    @overload
    def __get__(self, story: None, owner: type) -> Self: ...
    @overload
    def __get__(self, story: Model, owner: type) -> TagsByKind: ...
    def __get__(self, story: Model | None, owner: type) -> Self | TagsByKind:
        if story is None:
            return self
        if not self.is_cached(story):
            prefetch_related_objects([story], "tags_by_kind")
        found: tuple[int, TagsByKind] = story.__dict__["_tags_found"]
        return found[1]

    def is_cached(self, story: Model) -> bool:
        """Whether they have been read."""
        return "_tags_found" in story.__dict__

    def get_prefetch_querysets(self, stories: Sequence[Any], _querysets: object = None) -> Any:
        """Return what `prefetch_related` gives each story: its id and tags. One query."""
        links = type(stories[0]).tags.through.objects.filter(story__in=stories)
        tags = tags_by_kind(links)
        found = [(story.pk, tags.get(story.pk, [])) for story in stories]
        return found, itemgetter(0), attrgetter("pk"), True, "_tags_found", True
