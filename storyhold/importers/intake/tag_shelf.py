"""Giving old categories, characters and classifications their tags."""

from storyhold.importers.composing import written
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.making_room import tags_in_the_way
from storyhold.prose.one_line import one_line
from storyhold.tags.models import Tag
from storyhold.tags.rules import tag_key

Spot = tuple[int, str, int | None, int | None]  # vocabulary, key, parent, within

LONGEST_NAME = 200


class TagShelf:
    """All tags by where they stand. Two old words with one name in one place become one tag."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        rows = Tag.objects.exclude(pk__in=tags_in_the_way())
        self._at: dict[Spot, int] = {
            (kind, key, parent, within): pk
            for pk, kind, key, parent, within in rows.values_list(
                "pk", "kind", "key", "parent", "within"
            )
        }
        self._here = set(self._at.values())

    def file(
        self,
        word: str,
        number: int,
        *,
        kind: int,
        name: str,
        parent: int | None = None,
        within: int | None = None,
        description: str = "",
        **more: object,
    ) -> None:
        """Give an old word (a kind of `importers.kinds`) its tag, unless it came before."""
        numbers = self._desk.numbers
        if numbers.is_known(word, number):
            return
        name = one_line(name)[:LONGEST_NAME] or str(number)
        spot: Spot = (kind, tag_key(name)[:LONGEST_NAME], parent, within)
        if (found := self._at.get(spot)) is not None:
            numbers.remember(word, number, found, was_here=found in self._here)
            self._desk.note("word was there already", _TABLES[word], number, name=name)
            return
        self._at[spot] = pk = numbers.give(word, number)
        tag = Tag(pk=pk, kind_id=kind, parent_id=parent, within_id=within, **more)
        tag.call(name)
        tag.description_source, tag.description_html = written(description)
        self._desk.put([tag])


_TABLES = {"category": "categories", "character": "characters", "class": "classes"}
