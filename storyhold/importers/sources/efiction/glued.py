"""Two backups in one: of rows with the same number the later one is kept."""

from collections.abc import Iterable, Mapping

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.refusals import TwoArchivesInOne
from storyhold.importers.sources.efiction.scratch import Scratch
from storyhold.importers.sources.efiction.sites import Site

Tables = Mapping[str, OldTable]

# Where a number is given by the database, so that nothing but a second backup repeats it.
KEYS = {
    "authorfields": "field_id",
    "authorprefs": "uid",
    "authors": "uid",
    "blocks": "block_id",
    "categories": "catid",
    "challenges": "chalid",
    "chapters": "chapid",
    "characters": "charid",
    "classes": "class_id",
    "classtypes": "classtype_id",
    "codeblocks": "code_id",
    "comments": "cid",
    "genres": "gid",
    "log": "log_id",
    "messages": "message_id",
    "modules": "id",
    "news": "nid",
    "pagelinks": "link_id",
    "panels": "panel_id",
    "poll": "poll_id",
    "poll_votes": "vote_id",
    "ratings": "rid",
    "recommendations": "recid",
    "reviews": "reviewid",
    "series": "seriesid",
    "shoutbox": "shout_id",
    "stories": "sid",
    "warnings": "wid",
}


def refuse_two_archives(
    sites: Iterable[Site], homes: Mapping[tuple[str, str], Tables], scratch: Scratch, *, name: str
) -> None:
    """Raise when dumps of different archives filled the same tables."""
    keys: dict[tuple[str, str], list[str]] = {}
    for site in sites:
        keys.setdefault((site.database, site.prefix), []).append(site.key)
    for home, names in keys.items():
        if len(names) > 1 and _is_repeated(homes[home]["stories"], scratch):
            raise TwoArchivesInOne(name=name, sites=", ".join(sorted(names)))


def keep_the_later(tables: Tables, scratch: Scratch, *, note: Note) -> None:
    """Remove earlier rows of the same number, and repeated rows of tables without numbers."""
    counts = {table: _drop_earlier(old, scratch) for table, old in tables.items() if table in KEYS}
    if any(counts.values()):
        others = tables.keys() - counts.keys()
        counts |= {table: _drop_same(tables[table], scratch) for table in others}
    for table, count in sorted(counts.items()):
        if count:
            note(Finding("same number twice", table, facts={"rows": str(count)}))


def _is_repeated(old: OldTable, scratch: Scratch) -> bool:
    number = f"CAST(c{old.columns.index(KEYS[old.name])} AS INTEGER)"
    twice = f"SELECT {number} FROM {old.place.name} GROUP BY 1 HAVING count(*) > 1 LIMIT 1"  # noqa: S608
    return bool(list(scratch.numbers(twice)))


def _drop_earlier(old: OldTable, scratch: Scratch) -> int:
    if KEYS[old.name] not in old.columns:
        return 0
    place, table = old.columns.index(KEYS[old.name]), old.place.name
    number = f"CAST(c{place} AS INTEGER)"
    old.place.index([place])
    return scratch.run(
        f"DELETE FROM {table} WHERE {number} <> 0 AND rowid NOT IN"  # noqa: S608 — our own names
        f" (SELECT max(rowid) FROM {table} GROUP BY {number})"
    )


def _drop_same(old: OldTable, scratch: Scratch) -> int:
    columns = ", ".join(f"c{place}" for place in range(old.place.width))
    table = old.place.name
    return scratch.run(
        f"DELETE FROM {table} WHERE rowid NOT IN"  # noqa: S608 — our own names
        f" (SELECT min(rowid) FROM {table} GROUP BY {columns})"
    )
