"""The words of the vocabularies: categories, characters, classifications."""

from collections.abc import Iterator

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.tag_shelf import TagShelf
from storyhold.importers.sources.efiction.tables.vocabularies import (
    categories,
    characters,
    classes,
)


def bring_categories(desk: Desk) -> Iterator[int]:
    """Bring in the tree of categories."""
    numbers, shelf = desk.numbers, TagShelf(desk)
    kind = numbers.of("vocabulary", "category")
    _expect(desk)
    old = categories(desk.old)
    for each in old:
        shelf.file(
            "category",
            each.number,
            kind=kind,
            name=each.name,
            parent=numbers.new("category", each.parent),
            description=each.description,
            is_closed=each.is_locked,
            position=each.position,
        )
    yield len(old)


def bring_characters(desk: Desk) -> Iterator[int]:
    """Bring in the characters, each within its category."""
    numbers, shelf = desk.numbers, TagShelf(desk)
    kind = numbers.of("vocabulary", "character")
    _expect(desk)
    old = list(characters(desk.old))
    for each in old:
        shelf.file(
            "character",
            each.number,
            kind=kind,
            name=each.name,
            within=numbers.new("category", each.category),
            description=each.description,
        )
    yield len(old)


def bring_classes(desk: Desk) -> Iterator[int]:
    """Bring in the words of all other vocabularies."""
    shelf = TagShelf(desk)
    _expect(desk)
    old = list(classes(desk.old))
    for each in old:
        kind = desk.numbers.of("class type", each.type)
        shelf.file("class", each.number, kind=kind, name=each.name)
    yield len(old)


def _expect(desk: Desk) -> None:
    """Say the highest number of all that become tags: what has none of its own comes behind."""
    for word, table, column in (
        ("category", "categories", "catid"),
        ("character", "characters", "charid"),
        ("class", "classes", "class_id"),
    ):
        desk.numbers.expect(word, max(desk.old.ids(table, column), default=0))
