"""What was one table of authors: members, their preferences, what they tell of themselves."""

from collections.abc import Sequence

from storyhold.importers.sources.efiction.older.views import (
    Columns,
    View,
    first_of,
    kept,
    raw,
    text,
    together,
    view,
)
from storyhold.importers.sources.efiction.scratch import quoted

# With the number that the field gets; types as in `authorfields`: 3 is yes or no, 6 a text.
_FIELDS = (
    ("betareader", "Beta-reader", "3"),
    ("aol", "AIM", "6"),
    ("icq", "ICQ", "6"),
    ("msn", "MSN IM", "6"),
    ("yahoo", "Yahoo IM", "6"),
)
_PREFERENCES = (
    ("newreviews", "0"), ("newrespond", "0"), ("ageconsent", "0"), ("alertson", "0"),
    ("tinymce", "0"), ("sortby", "0"), ("storyindex", "0"), ("validated", "0"),
    ("userskin", "default"), ("level", "0"), ("categories", "0"), ("contact", "0"),
)  # fmt: skip


def member_views(tables: Columns) -> dict[str, View]:
    """Return authors, preferences and profile fields as 3.x has them."""
    columns = tables.get("authors", ())
    if not columns:
        return {}
    prefs = {name: first_of(columns, name, otherwise=usual) for name, usual in _PREFERENCES}
    moved = [name for name, _usual in _PREFERENCES] + [name for name, _title, _type in _FIELDS]
    views = {
        "authors": view(kept(columns, *moved), "authors"),
        "authorprefs": view({"uid": quoted("uid")} | prefs, "authors"),
    }
    return views | _field_views(columns)


def favorite_views(tables: Columns) -> dict[str, View]:
    """Return the favorites that were in a table for each kind."""
    kinds = (("favstor", "sid", "ST"), ("favauth", "favuid", "AU"), ("favseries", "seriesid", "SE"))
    views = [
        view(
            {"uid": quoted("uid"), "item": quoted(item), "type": text(kind), "comments": text("")},
            table,
        )
        for table, item, kind in kinds
        if item in tables.get(table, ())
    ]
    return {"favorites": together(*views)} if views else {}


def _field_views(columns: Sequence[str]) -> dict[str, View]:
    used = [(at, field) for at, field in enumerate(_FIELDS, start=1) if field[0] in columns]
    if not used:
        return {}
    fields = [_field(str(at), *field) for at, field in used]
    infos = [
        view(
            {"uid": quoted("uid"), "field": text(str(at)), "info": quoted(name)},
            "authors",
            f"coalesce({quoted(name)}, '') NOT IN (x'', x'30')",
        )
        for at, (name, _title, _type) in used
    ]
    return {"authorfields": together(*fields), "authorinfo": together(*infos)}


def _field(number: str, name: str, title: str, kind: str) -> View:
    values = {
        "field_id": number, "field_type": kind, "field_name": name, "field_title": title,
        "field_options": "", "field_code_in": "", "field_code_out": "", "field_on": "1",
    }  # fmt: skip
    listed = ", ".join(f"{text(value)} AS {column}" for column, value in values.items())
    return View(tuple(values), f"SELECT {listed}")


def message_views(tables: Columns) -> dict[str, View]:
    """Return the pages and letters that stood in columns of the settings of 1.1."""
    names = ("welcome", "copyright", "help", "rules", "tos", "thankyou", "nothankyou")
    present = [name for name in names if name in tables.get("settings", ())]
    views = [
        View(
            ("message_id", "message_name", "message_title", "message_text"),
            f"SELECT {text(str(at))} AS message_id, {text(name)} AS message_name,"  # noqa: S608
            f" {text('')} AS message_title, {quoted(name)} AS message_text FROM {raw('settings')}",
        )
        for at, name in enumerate(present, start=1)
    ]
    return {"messages": together(*views)} if views else {}
