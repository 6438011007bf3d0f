"""What is noted about tables beside those of the archive that was chosen."""

from collections.abc import Mapping, Sequence

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.database import Database
from storyhold.importers.sources.efiction.dumps.names import KNOWN
from storyhold.importers.sources.efiction.homes import Homes
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.sites import Site


def note_neighbors(
    site: Site, sites: Sequence[Site], homes: Homes, database: Database, note: Note
) -> None:
    """Note other archives, tables of none, and tables of other programs."""
    for other in sites:
        if other != site:
            note(Finding("another archive", facts={"site": str(other)}))
    _note_left(homes, sites, note)
    if database.others:
        names = ", ".join(sorted(database.others))
        note(Finding("tables of other programs", facts={"tables": names}))


def note_version(site: Site, note: Note) -> None:
    """Note what version the tables are of: the settings may claim another."""
    facts = {
        "version": site.flavour.version,
        "claimed": site.claimed_version or "nothing",
        "charsets": ", ".join(site.charsets) or "not said",
    }
    note(Finding("version", facts=facts))


def note_tables(tables: Mapping[str, OldTable], note: Note) -> None:
    """Note what is not understood of an archive's tables, and what was left out on purpose."""
    for name in sorted(tables.keys() - KNOWN):
        note(Finding("unknown table", name, facts={"columns": ", ".join(tables[name].columns)}))
    for name, table in tables.items():
        for column, count in table.secrets.left_out.items():
            note(Finding("column left out", name, facts={"column": column, "count": str(count)}))


def _note_left(homes: Homes, sites: Sequence[Site], note: Note) -> None:
    """Note tables that are eFiction's and stand with no archive's stories."""
    used = {(one.database, prefix) for one in sites for prefix in (one.prefix, one.settings_prefix)}
    for home, tables in homes.items():
        names = sorted(name for name, table in tables.items() if len(table.place))
        if home not in used and names:
            facts = {"name": tables[names[0]].dump, "tables": ", ".join(names)}
            note(Finding("tables of another database", facts=facts))
