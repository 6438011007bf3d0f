"""1.1: a story was the row of its first chapter, and there were no chapters."""

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
    number,
    raw,
    text,
    view,
)
from storyhold.importers.sources.efiction.scratch import quoted

GONE = ("genres", "warnings", "favstor", "favauth", "favseries", "settings")
_STORY = "CASE WHEN coalesce(CAST(psid AS INTEGER), 0) = 0 THEN sid ELSE psid END"
# The stories whose own row is gone: they are told by one of their later chapters.
HEADLESS = (
    f"SELECT CAST({_STORY} AS INTEGER) FROM {raw('stories')} GROUP BY 1"  # noqa: S608
    f" HAVING max(CAST(sid AS INTEGER) = CAST({_STORY} AS INTEGER)) = 0"
)


def views(tables: Columns) -> dict[str, View]:
    """Return the tables of 3.x that those of 1.1 come to."""
    return {
        "stories": _stories(tables),
        "chapters": _chapters(tables),
        **_reviews(tables),
        **tag_views(tables),
        **member_views(tables),
        **favorite_views(tables),
        **message_views(tables),
    }


def _stories(tables: Columns) -> View:
    """A story is its first chapter; where that is gone, the first of those that are left."""
    columns = tables["stories"]
    order = f"CAST(sid AS INTEGER) <> CAST({_STORY} AS INTEGER), CAST(inorder AS INTEGER)"
    rows = view(
        {
            "sid": _STORY,
            "title": quoted("title"),
            "summary": first_of(columns, "summary"),
            "storynotes": text(""),
            "catid": first_of(columns, "catid"),
            "classes": names_of_classes(columns, "gid", "wid"),
            "charid": first_of(columns, "charid"),
            "rid": first_of(columns, "rid"),
            "date": first_of(columns, "date"),
            "updated": first_of(columns, "updated", "date"),
            "uid": quoted("uid"),
            "coauthors": text(""),
            "featured": first_of(columns, "featured", otherwise="0"),
            "validated": first_of(columns, "validated", otherwise="1"),
            "completed": first_of(columns, "completed", otherwise="0"),
            "rr": first_of(columns, "rr", otherwise="0"),
            "wordcount": first_of(columns, "wordcount", otherwise="0"),
            "rating": first_of(columns, "rating", otherwise="0"),
            "reviews": first_of(columns, "numreviews", "reviews", otherwise="0"),
            "count": first_of(columns, "counter", otherwise="0"),
        },
        "stories",
    )
    place = f"row_number() OVER (PARTITION BY {_STORY} ORDER BY {order}, CAST(sid AS INTEGER))"
    placed = rows.select.replace("SELECT ", f"SELECT {place} AS place, ", 1)
    names = ", ".join(map(quoted, rows.columns))
    return View(rows.columns, f"SELECT {names} FROM ({placed}) WHERE place = 1")  # noqa: S608


def _chapters(tables: Columns) -> View:
    columns = tables["stories"]
    return view(
        {
            "chapid": quoted("sid"),
            "title": first_of(columns, "chapter"),
            "inorder": number("inorder + 1"),
            "notes": text(""),
            "storytext": first_of(columns, "storytext"),
            "endnotes": text(""),
            "validated": first_of(columns, "validated", otherwise="1"),
            "wordcount": first_of(columns, "wordcount", otherwise="0"),
            "rating": first_of(columns, "rating", otherwise="0"),
            "reviews": first_of(columns, "numreviews", "reviews", otherwise="0"),
            "sid": _STORY,
            "uid": quoted("uid"),
            "count": first_of(columns, "counter", otherwise="0"),
        },
        "stories",
    )


def _reviews(tables: Columns) -> dict[str, View]:
    columns = tables.get("reviews", ())
    if not columns:
        return {}
    expressions = {
        "reviewid": quoted("reviewid"),
        "item": first_of(columns, "psid", "sid"),
        "chapid": quoted("sid"),
        "reviewer": first_of(columns, "reviewer"),
        "uid": first_of(columns, "member", "uid", otherwise="0"),
        "review": quoted("review"),
        "date": first_of(columns, "date"),
        "rating": first_of(columns, "rating", otherwise="0"),
        "respond": first_of(columns, "respond", otherwise="0"),
        "type": text("ST"),
    }
    return {"reviews": view(expressions, "reviews")}
