"""Which of the archives in a database is meant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from storyhold.importers.findings import Note
from storyhold.importers.sources.efiction.database import Database
from storyhold.importers.sources.efiction.finding.config import Config
from storyhold.importers.sources.efiction.finding.source import Source
from storyhold.importers.sources.efiction.glued import refuse_two_archives
from storyhold.importers.sources.efiction.homes import homes_of, sites_in, tables_of
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.refusals import (
    DumpIsOfAnotherProgram,
    FileIsNoDump,
    NoSuchSite,
    SeveralSites,
    TableIsMissing,
)
from storyhold.importers.sources.efiction.remarks import (
    note_neighbors,
    note_tables,
    note_version,
)
from storyhold.importers.sources.efiction.sites import Flavour, Site


def chosen(
    database: Database, source: Source, *, site_key: str | None, note: Note
) -> tuple[Site, Mapping[str, OldTable]]:
    """Return the archive that is meant and its tables by name. Raises when that is not clear."""
    homes = homes_of(database.tables)
    sites = list(sites_in(homes))
    if not homes:
        raise _nothing_of_efiction(database, source)
    if not sites:
        raise _missing("stories", {name for home in homes.values() for name in home}, source)
    refuse_two_archives(sites, homes, database.scratch, name=source.name)
    site = _one_of(sites, site_key, source.configs)
    tables = tables_of(site, homes)
    if "chapters" not in tables and "psid" not in tables["stories"].columns:
        raise _missing("chapters", tables, source)
    note_neighbors(site, sites, homes, database, note)
    note_tables(tables, note)
    site = _described(site, tables, database)
    note_version(site, note)
    return site, tables


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


def _described(site: Site, tables: Mapping[str, OldTable], database: Database) -> Site:
    columns = {
        name: {column: table.types.get(column, "") for column in table.columns}
        for name, table in tables.items()
    }
    charsets = tuple(dict.fromkeys(database.charsets))
    return replace(site, flavour=Flavour(columns), charsets=charsets)


def _missing(table: str, present: Iterable[str], source: Source) -> Exception:
    return TableIsMissing(table=table, name=source.name, tables=", ".join(sorted(present)))


def _nothing_of_efiction(database: Database, source: Source) -> Exception:
    if database.others:
        tables = ", ".join(sorted(database.others)[:20])
        return DumpIsOfAnotherProgram(name=source.name, tables=tables)
    beginning = database.strays[0] if database.strays else ""
    return FileIsNoDump(name=source.name, beginning=beginning)
