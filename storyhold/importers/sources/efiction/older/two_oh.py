"""2.0: chapters and series as in 3.x, tags by their names, members and favorites as in 1.1."""

from storyhold.importers.sources.efiction.older.members import (
    favorite_views,
    member_views,
    message_views,
)
from storyhold.importers.sources.efiction.older.names_as_tags import names_of_classes, tag_views
from storyhold.importers.sources.efiction.older.views import (
    Columns,
    View,
    first_of,
    kept,
    text,
    view,
)
from storyhold.importers.sources.efiction.scratch import quoted

GONE = ("genres", "warnings", "favstor", "favauth", "favseries")


def views(tables: Columns) -> dict[str, View]:
    """Return the tables of 3.x that those of 2.0 come to."""
    return {
        **_stories(tables),
        **_chapters(tables),
        **_series(tables),
        **_reviews(tables),
        **tag_views(tables),
        **member_views(tables),
        **favorite_views(tables),
        **message_views(tables),
    }


def _stories(tables: Columns) -> dict[str, View]:
    columns = tables["stories"]
    if "classes" in columns:
        return {}
    classes = {"classes": names_of_classes(columns, "gid", "wid")}
    views = {"count": first_of(columns, "counter", "count", otherwise="0")}
    same = kept(columns, "gid", "wid", "counter", "count")
    return {"stories": view(same | classes | views, "stories")}


def _chapters(tables: Columns) -> dict[str, View]:
    columns = tables["chapters"]
    added = {name: text(usual) for name, usual in (("endnotes", ""), ("count", "0"))}
    missing = {name: sql for name, sql in added.items() if name not in columns}
    return {"chapters": view(kept(columns) | missing, "chapters")}


def _series(tables: Columns) -> dict[str, View]:
    columns = tables.get("series", ())
    if not columns:
        return {}
    expressions = kept(columns, "owner", "genres", "warnings")
    expressions["uid"] = first_of(columns, "uid", "owner", otherwise="0")
    expressions["classes"] = names_of_classes(columns, "genres", "warnings")
    return {"series": view(expressions, "series")}


def _reviews(tables: Columns) -> dict[str, View]:
    columns = tables.get("reviews", ())
    if "sid" not in columns:
        return {}
    series = first_of(columns, "seriesid", otherwise="0")
    of_series = f"CAST({quoted('sid')} AS INTEGER) = 0 AND CAST({series} AS INTEGER) <> 0"
    expressions = kept(columns, "sid", "psid", "seriesid", "member")
    expressions["item"] = f"CASE WHEN {of_series} THEN {series} ELSE {quoted('sid')} END"
    expressions["uid"] = first_of(columns, "member", "uid", otherwise="0")
    expressions["type"] = f"CASE WHEN {of_series} THEN {text('SE')} ELSE {text('ST')} END"
    return {"reviews": view(expressions, "reviews")}
