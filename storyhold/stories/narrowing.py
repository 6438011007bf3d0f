"""What a listing may be narrowed to, as conditions on stories."""

import json
from collections.abc import Collection
from typing import Any

from django.db.models import BigIntegerField, Func, Q, Value

from storyhold.stories.models import Story

# What a listing's address says by itself; a vocabulary called so is asked for as `tag-rating`.
OWN_NAMES = ("q", "in", "letter", "sort", "page", "rating", "complete", "words", "language")


class _Rows(Func):
    """The numbers of a list as rows. Given one by one, they would be more than a query may have."""

    template = "(SELECT value::bigint FROM json_array_elements_text(%(expressions)s::json))"

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Write it for SQLite."""
        template = "(SELECT value FROM json_each(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **more)


def asked_as(key: str) -> str:
    """Return by what name the address of a listing asks for a word of the vocabulary `key`."""
    return f"tag-{key}" if key in OWN_NAMES else key


def among(ids: Collection[int]) -> Q:
    """Those with these ids, which may be all there are."""
    return Q(pk__in=_Rows(Value(json.dumps(list(ids))), output_field=BigIntegerField()))


def with_any_tag(tag_ids: Collection[int]) -> Q:
    """Those that have at least one of the tags, each once."""
    # Not EXISTS: the stories of a tag are few beside all that there are.
    return Q(pk__in=Story.tags.through.objects.filter(tag__in=tag_ids).values("story"))


def with_words(least: int | None, below: int | None) -> Q:
    """Those of at least `least` words, and fewer than `below`."""
    long_enough = Q() if least is None else Q(word_count__gte=least)
    return long_enough if below is None else long_enough & Q(word_count__lt=below)
