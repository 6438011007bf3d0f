"""Which of the archives in a database is meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.database import Database, Key
from storyhold.importers.sources.efiction.dumps.names import KNOWN
from storyhold.importers.sources.efiction.finding.config import Config
from storyhold.importers.sources.efiction.finding.source import Source
from storyhold.importers.sources.efiction.glued import refuse_two_archives
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.refusals import (
    DumpIsOfAnotherProgram,
    FileIsNoDump,
    NoSuchSite,
    SeveralSites,
    TableIsMissing,
)
from storyhold.importers.sources.efiction.sites import Flavour, Site

# By database and prefix.
Homes = dict[tuple[str, str], dict[str, OldTable]]


def chosen(
    database: Database, source: Source, *, site_key: str | None, note: Note
) -> tuple[Site, Mapping[str, OldTable]]:
    """Return the archive that is meant and its tables by name. Raises when that is not clear."""
    homes = _homes(database.tables)
    if not homes:
        raise _nothing_of_efiction(database, source)
    found = list(_sites(homes))
    if not found:
        raise _missing("stories", {name for home in homes.values() for name in home}, source)
    refuse_two_archives(found, homes, database.scratch, name=source.name)
    site = _one_of(found, site_key, source.configs)
    tables = _with_settings(homes, site)
    if "chapters" not in tables and "psid" not in tables["stories"].columns:
        raise _missing("chapters", tables, source)
    _note_others(found, site, database, note)
    _note_left(homes, found, note)
    _note_unknown(tables, note)
    _note_left_out(tables, note)
    return _described(site, tables, database), tables


def _homes(tables: Mapping[Key, OldTable]) -> Homes:
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


def _is_filled_twice(key: Key, table: OldTable, homes: Homes) -> bool:
    other = homes[key.database, key.prefix].get(key.name)
    return bool(other and len(other.place) and len(table.place))


def _sites(homes: Homes) -> Iterable[Site]:
    for (database, prefix), tables in homes.items():
        if "stories" not in tables:
            continue
        rows = {
            _text(row.get("sitekey")): Site(
                key=_text(row.get("sitekey")),
                prefix=prefix,
                settings_prefix=settings_prefix,
                database=database,
                dump=tables["stories"].dump,
                name=row.get("sitename") or b"",
                url=_text(row.get("url")).rstrip("/"),
                stories_path=_text(row.get("storiespath")) or "stories",
                claimed_version=_text(row.get("version")),
            )
            for (other, settings_prefix), neighbors in homes.items()
            if other == database and "settings" in neighbors
            for row in neighbors["settings"].small_rows()
            if "sitekey" in row and _text(row.get("tableprefix")) == prefix
        }
        yield from rows.values() or [Site(prefix, prefix, prefix, database, tables["stories"].dump)]


def _one_of(sites: list[Site], key: str | None, configs: Sequence[Config]) -> Site:
    wanted = [site for site in sites if key is None or key in site.calls]
    named = ", ".join(map(str, sites))
    if not wanted:
        raise NoSuchSite(key=key, sites=named)
    for is_of in (_has_key, _has_database):
        if len(wanted) > 1:
            fit = [site for site in wanted if any(is_of(site, config) for config in configs)]
            wanted = fit or wanted
    if len(wanted) > 1:
        raise SeveralSites(sites=named)
    return wanted[0]


def _has_key(site: Site, config: Config) -> bool:
    return (site.key, site.settings_prefix) == (config.site_key, config.settings_prefix)


def _has_database(site: Site, config: Config) -> bool:
    names = site.database.partition("#")[0], site.dump.partition(".")[0]
    return bool(config.database) and config.database in names


def _with_settings(homes: Homes, site: Site) -> dict[str, OldTable]:
    tables = dict(homes[site.database, site.prefix])
    settings = homes.get((site.database, site.settings_prefix), {}).get("settings")
    if settings:
        tables["settings"] = settings
    return tables


def _described(site: Site, tables: Mapping[str, OldTable], database: Database) -> Site:
    columns = {
        name: {column: table.types.get(column, "") for column in table.columns}
        for name, table in tables.items()
    }
    charsets = {name: table.charset for name, table in tables.items() if table.charset}
    return replace(
        site,
        flavour=Flavour(columns),
        charsets=tuple(dict.fromkeys(database.charsets)),
        table_charsets=charsets,
    )


def _missing(table: str, present: Iterable[str], source: Source) -> Exception:
    return TableIsMissing(table=table, name=source.name, tables=", ".join(sorted(present)))


def _nothing_of_efiction(database: Database, source: Source) -> Exception:
    if database.others:
        tables = ", ".join(sorted(database.others)[:20])
        return DumpIsOfAnotherProgram(name=source.name, tables=tables)
    beginning = database.strays[0] if database.strays else ""
    return FileIsNoDump(name=source.name, beginning=beginning)


def _note_others(found: list[Site], site: Site, database: Database, note: Note) -> None:
    for other in found:
        if other != site:
            note(Finding("another archive", facts={"site": str(other)}))
    if database.others:
        names = ", ".join(sorted(database.others))
        note(Finding("tables of other programs", facts={"tables": names}))


def _note_left(homes: Homes, found: list[Site], note: Note) -> None:
    """Note tables that are eFiction's and stand with no archive's stories."""
    used = {(one.database, prefix) for one in found for prefix in (one.prefix, one.settings_prefix)}
    for home, tables in homes.items():
        names = sorted(name for name, table in tables.items() if len(table.place))
        if home not in used and names:
            facts = {"name": tables[names[0]].dump, "tables": ", ".join(names)}
            note(Finding("tables of another database", facts=facts))


def _note_unknown(tables: Mapping[str, OldTable], note: Note) -> None:
    for name in sorted(tables.keys() - KNOWN):
        note(Finding("unknown table", name, facts={"columns": ", ".join(tables[name].columns)}))


def _note_left_out(tables: Mapping[str, OldTable], note: Note) -> None:
    for name, table in tables.items():
        for column, count in table.secrets.left_out.items():
            note(Finding("column left out", name, facts={"column": column, "count": str(count)}))


def _text(value: bytes | None) -> str:
    return str(value or b"", "utf-8", "replace").strip()
