"""Where the tables of each archive are, and what the settings say of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from storyhold.importers.sources.efiction.database import Key
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.sites import Site

# By database and prefix.
Homes = dict[tuple[str, str], dict[str, OldTable]]


def homes_of(tables: Mapping[Key, OldTable]) -> Homes:
    """Gather tables by prefix. Dumps that fill no table twice are parts of one database."""
    homes: Homes = defaultdict(dict)
    for dump in sorted({key.dump for key in tables}):
        mine = {key: old for key, old in tables.items() if key.dump == dump and old.columns}
        is_other = any(_is_filled_twice(key, table, homes) for key, table in mine.items())
        for key, table in mine.items():
            database = f"{key.database}#{dump}" if is_other else key.database
            home = homes[database, key.prefix]
            # A file with definitions alone, such as the program brings, takes nothing away.
            if key.name not in home or len(table.place):
                home[key.name] = table
    return {home: tables for home, tables in homes.items() if tables}


def sites_in(homes: Homes) -> Iterator[Site]:
    """Yield an archive for each table of stories, or for each of the keys that claim it."""
    for (database, prefix), tables in homes.items():
        if "stories" in tables:
            bare = Site(prefix, prefix, prefix, database, tables["stories"].dump)
            yield from _by_settings(bare, homes) or [bare]


def tables_of(site: Site, homes: Homes) -> dict[str, OldTable]:
    """Return the tables of an archive, with the settings that may have another prefix."""
    tables = dict(homes[site.database, site.prefix])
    settings = homes.get((site.database, site.settings_prefix), {}).get("settings")
    return tables | {"settings": settings} if settings else tables


def _by_settings(bare: Site, homes: Homes) -> list[Site]:
    rows = [
        (prefix, row)
        for (database, prefix), tables in homes.items()
        if database == bare.database and "settings" in tables
        for row in tables["settings"].small_rows()
        if "sitekey" in row
    ]
    # Servers on Windows write names of tables in lower case.
    mine = [(p, row) for p, row in rows if _prefix(row) == bare.prefix.casefold()]
    neighbors = [home for home in homes if home[0] == bare.database and "stories" in homes[home]]
    if not mine and len(rows) == len(neighbors) == 1:
        mine = rows  # the tables were renamed, the settings were not
    return list({site.key: site for site in (_told(bare, *one) for one in mine)}.values())


def _told(bare: Site, settings_prefix: str, row: Mapping[str, bytes | None]) -> Site:
    return replace(
        bare,
        key=_text(row.get("sitekey")),
        settings_prefix=settings_prefix,
        name=row.get("sitename") or b"",
        url=_text(row.get("url")).rstrip("/"),
        claimed_version=_text(row.get("version")),
    )


def _prefix(row: Mapping[str, bytes | None]) -> str:
    return _text(row.get("tableprefix")).casefold()


def _is_filled_twice(key: Key, table: OldTable, homes: Homes) -> bool:
    other = homes[key.database, key.prefix].get(key.name)
    return bool(other and len(other.place) and len(table.place))


def _text(value: bytes | None) -> str:
    return str(value or b"", "utf-8", "replace").strip()
