"""Categories, characters, classifications and ratings."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.references import References

MUST_ACCEPT_WARNING, MUST_CONFIRM_AGE, MUST_SIGN_IN = 1, 2, 4  # bits of `ratingwarning`


@dataclass(frozen=True, slots=True)
class OldCategory:
    """A category; `parent` is None at the top, and where the one that was meant is gone."""

    number: int
    name: str
    parent: int | None
    description: str
    image: str
    is_locked: bool
    position: int


@dataclass(frozen=True, slots=True)
class OldCharacter:
    """A character of a category, or of all."""

    number: int
    name: str
    category: int | None
    description: str
    image: str


@dataclass(frozen=True, slots=True)
class OldClassType:
    """A vocabulary that the site had defined: `key` for skins, `name` for people."""

    number: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class OldClass:
    """A word of such a vocabulary."""

    number: int
    type: int
    name: str


@dataclass(frozen=True, slots=True)
class OldRating:
    """A step of the scale. `gates` is a sum of the bits above."""

    number: int
    name: str
    gates: int
    warning: str


@dataclass(frozen=True)
class Vocabularies:
    """What lists of stories, series and challenges can name."""

    categories: References
    characters: References
    classes: References
    ratings: References


def read_vocabularies(site: OldSite) -> Vocabularies:
    """Return the numbers and names of all there is."""
    return Vocabularies(
        categories=_references(site, "categories", "catid", "category"),
        characters=_references(site, "characters", "charid", "charname"),
        classes=_references(site, "classes", "class_id", "class_name"),
        ratings=_references(site, "ratings", "rid", "rating"),
    )


def _references(site: OldSite, table: str, number: str, name: str) -> References:
    references = References()
    for row in site.quiet.read(table, order=(number,)):
        references.add(row.whole(number), row.line(name))
    return references


def categories(site: OldSite) -> list[OldCategory]:
    """Return the categories, parents before their children, siblings in their order."""
    rows = {row.whole("catid"): row for row in site.read("categories", order=("catid",))}
    parents = {number: _parent(row, rows) for number, row in rows.items()}
    depths = {number: _depth(number, parents, rows) for number in rows}
    found = [_category(row, parents[number]) for number, row in rows.items()]
    return sorted(found, key=lambda each: (depths[each.number], each.position, each.number))


def _parent(row: OldRow, rows: dict[int, OldRow]) -> int | None:
    wished = row.whole("parentcatid", otherwise=-1)
    if wished <= 0:
        return None
    if wished not in rows:
        row.say("category's parent is gone", name=row.line("category"), parent=wished)
        return None
    return wished


def _depth(number: int, parents: dict[int, int | None], rows: dict[int, OldRow]) -> int:
    """Return how far below the top a category is. A circle is cut where it is met first."""
    above, last = {number}, number
    while (parent := parents[last]) is not None:
        if parent in above:
            parents[parent] = None
            rows[parent].say("category held itself", name=rows[parent].line("category"))
            return _depth(number, parents, rows)
        above.add(parent)
        last = parent
    return len(above)


def _category(row: OldRow, parent: int | None) -> OldCategory:
    return OldCategory(
        number=row.whole("catid"),
        name=row.line("category"),
        parent=parent,
        description=row.html("description"),
        image=row.line("image"),
        is_locked=row.flag("locked"),
        position=max(row.whole("displayorder"), 0),
    )


def characters(site: OldSite) -> Iterator[OldCharacter]:
    """Yield the characters."""
    known = site.ids("categories", "catid")
    for row in site.read("characters", order=("charid",)):
        category = row.whole("catid", otherwise=-1)
        if category > 0 and category not in known:
            row.say("character's category is gone", name=row.line("charname"), category=category)
        yield OldCharacter(
            number=row.whole("charid"),
            name=row.line("charname"),
            category=category if category in known else None,
            description=row.html("bio"),
            image=row.line("image"),
        )


def class_types(site: OldSite) -> list[OldClassType]:
    """Return the vocabularies, also those that only their words remember."""
    found = {row.whole("classtype_id"): _class_type(row) for row in site.read("classtypes")}
    for row in site.read("classes", order=("class_id",), columns=("class_id", "class_type")):
        if (number := row.whole("class_type")) not in found:
            row.say("class type is gone", type=number)
            found[number] = OldClassType(number, f"type-{number}", "")
    return [found[number] for number in sorted(found)]


def _class_type(row: OldRow) -> OldClassType:
    key = row.line("classtype_name")
    return OldClassType(row.whole("classtype_id"), key, row.line("classtype_title") or key)


def classes(site: OldSite) -> Iterator[OldClass]:
    """Yield the words."""
    for row in site.read("classes", order=("class_id",)):
        yield OldClass(row.whole("class_id"), row.whole("class_type"), row.line("class_name"))


def ratings(site: OldSite) -> Iterator[OldRating]:
    """Yield the scale."""
    for row in site.read("ratings", order=("rid",)):
        yield OldRating(
            number=row.whole("rid"),
            name=row.line("rating"),
            gates=row.whole("ratingwarning"),
            warning=row.html("warningtext"),
        )
