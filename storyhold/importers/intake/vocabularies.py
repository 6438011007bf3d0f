"""The vocabularies: that of categories, that of characters, and those that a site had defined."""

from collections.abc import Iterator

from django.utils.text import slugify
from django.utils.translation import gettext as _

from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.vocabularies import OldClassType, class_types
from storyhold.stories.models import Story
from storyhold.tags.models import TagKind

LONGEST_KEY, LONGEST_NAME = 40, 60

# What old sites called the vocabularies that we have: by the old key or label, as a slug.
OURS = {
    "fandom": "fandom",
    "fandoms": "fandom",
    "genre": "genre",
    "genres": "genre",
    "pairing": "relationship",
    "pairings": "relationship",
    "relationship": "relationship",
    "relationships": "relationship",
    "warning": "warning",
    "warnings": "warning",
}


def bring_vocabularies(desk: Desk) -> Iterator[int]:
    """Make sure that there is a vocabulary for every word that comes."""
    kinds = Kinds(desk)
    category = kinds.own("category", _("Category"), _("Categories"), is_tree=True)
    kinds.own("character", _("Character"), _("Characters"), belongs_to_id=category)
    done = 2
    desk.numbers.expect("class type", max(desk.old.ids("classtypes", "classtype_id"), default=0))
    for old in class_types(desk.old):
        kinds.of_type(old)
        done += 1
    yield done


class Kinds:
    """Our vocabularies by key, each taken for one of the old archive at most."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pks = dict(TagKind.objects.values_list("key", "pk"))
        self._last = max(TagKind.objects.values_list("position", flat=True), default=0)
        self._is_new_house = not Story.objects.exists()
        self._taken: set[str] = set()

    def own(self, key: str, one: str, many: str, **rules: object) -> int:
        """Return the vocabulary of categories or of characters. It is closed, as it was."""
        numbers = self._desk.numbers
        self._taken.add(key)
        if (pk := numbers.new("vocabulary", key)) is not None:
            return pk
        if key in self._pks:
            pk = self._pks[key]
            numbers.remember("vocabulary", key, pk, was_here=True)
            self._close(pk, **rules)
            return pk
        pk = numbers.give("vocabulary", key)
        self._make(pk, key, one, many, **rules)
        return pk

    def of_type(self, old: OldClassType) -> None:
        """Give a vocabulary of the old site one of ours, or a new one."""
        numbers = self._desk.numbers
        if numbers.is_known("class type", old.number):
            return
        key = self._ours(old)
        if key in self._pks:
            numbers.remember("class type", old.number, self._pks[key], was_here=True)
            self._close(self._pks[key])
        else:
            pk, name = numbers.give("class type", old.number), old.name or key
            self._make(pk, key or self._free_key(old), name, name)
        self._taken.add(key)

    def _ours(self, old: OldClassType) -> str:
        """Return the key of our vocabulary of this name, if no other old one has it."""
        wished = (slugify(old.key), slugify(old.name))
        found = next((OURS[each] for each in wished if each in OURS), "")
        return "" if found in self._taken else found

    def _free_key(self, old: OldClassType) -> str:
        base = slugify(old.key)[:LONGEST_KEY] or f"type-{old.number}"
        return base if base not in self._pks else f"{base[: LONGEST_KEY - 8]}-{old.number}"

    def _make(self, pk: int, key: str, one: str, many: str, **rules: object) -> None:
        self._last += 1
        self._pks[key] = pk
        kind = TagKind(pk=pk, key=key, position=self._last, **rules)
        kind.name, kind.name_plural = one[:LONGEST_NAME], many[:LONGEST_NAME]
        self._desk.put([kind])

    def _close(self, pk: int, **rules: object) -> None:
        """Let authors choose from the words that come, unless some write here already."""
        if self._is_new_house:
            kind = TagKind.objects.filter(pk=pk)
            self._desk.shelves.alter(kind, is_open=False, **rules)
