"""Genres and warnings were tables of their own, and lists held names: both are classes now."""

from collections.abc import Sequence

from storyhold.importers.sources.efiction.older.views import (
    Columns,
    View,
    number,
    raw,
    text,
    together,
    view,
)
from storyhold.importers.sources.efiction.scratch import quoted

_KINDS = (("genres", "gid", "genre", "Genres"), ("warnings", "wid", "warning", "Warnings"))


def tag_views(tables: Columns) -> dict[str, View]:
    """Return classes and their types: genres are of the first type, warnings of the second."""
    present = [(place, kind) for place, kind in enumerate(_KINDS, start=1) if kind[0] in tables]
    if not present:
        return {}
    classes = [
        view(
            {
                "class_id": number(f"{quoted(key)}{_beyond_genres(table, tables)}"),
                "class_type": text(str(place)),
                "class_name": quoted(name),
            },
            table,
        )
        for place, (table, key, name, _title) in present
    ]
    types = [_type(place, table, title) for place, (table, _key, _name, title) in present]
    return {"classes": together(*classes), "classtypes": together(*types)}


def names_of_classes(columns: Sequence[str], genres: str, warnings: str) -> str:
    """Return the list of a story's genres and warnings, as names."""
    lists = [f"coalesce({quoted(name)}, '')" for name in (genres, warnings) if name in columns]
    named = " || ',' || ".join(f"CASE {one} WHEN x'30' THEN '' ELSE {one} END" for one in lists)
    return f"CAST(trim({named}, ',') AS BLOB)" if named else text("")


def _beyond_genres(table: str, tables: Columns) -> str:
    """Numbers of warnings go on behind those of genres: both are numbers of classes."""
    if table != "warnings" or "genres" not in tables:
        return ""
    return f" + (SELECT coalesce(max(CAST(gid AS INTEGER)), 0) FROM {raw('genres')})"  # noqa: S608


def _type(place: int, table: str, title: str) -> View:
    values = {"classtype_id": str(place), "classtype_name": table, "classtype_title": title}
    listed = ", ".join(f"{text(value)} AS {name}" for name, value in values.items())
    return View(tuple(values), f"SELECT {listed}")
