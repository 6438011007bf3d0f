"""What can be asked for: the tables of a site as 3.x has them, whatever version they are of."""

from collections.abc import Mapping
from dataclasses import dataclass

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.older import one_one, two_oh
from storyhold.importers.sources.efiction.older.views import View
from storyhold.importers.sources.efiction.scratch import Scratch
from storyhold.importers.sources.efiction.sites import Site


@dataclass(frozen=True)
class Relation:
    """The columns of a table; `old` where its rows are those of an old table, unchanged."""

    columns: tuple[str, ...]
    old: OldTable | None = None


def relations(
    site: Site, tables: Mapping[str, OldTable], scratch: Scratch, *, note: Note
) -> dict[str, Relation]:
    """Let the tables of a site be asked for by their names in 3.x."""
    views = _views(site, tables, scratch)
    gone = _gone(site)
    shown = {name: old for name, old in tables.items() if name not in gone and name not in views}
    for name, old in shown.items():
        scratch.show(name, old.select + (_own_row(site, old) if name == "settings" else ""))
    for name, view in views.items():
        scratch.show(name, view.select)
    if site.flavour.is_1_1:
        for (number,) in list(scratch.numbers(one_one.HEADLESS)):
            note(Finding("story told by a later chapter", "stories", str(number)))
    same = {name: Relation(tuple(old.columns), old) for name, old in shown.items()}
    return same | {name: Relation(view.columns) for name, view in views.items()}


def _views(site: Site, tables: Mapping[str, OldTable], scratch: Scratch) -> dict[str, View]:
    flavour = site.flavour
    if not flavour.is_1_1 and not flavour.is_2_0:
        return {}
    for name, old in tables.items():
        scratch.show(f"old {name}", old.select)
    columns = {name: old.columns for name, old in tables.items()}
    return one_one.views(columns) if flavour.is_1_1 else two_oh.views(columns)


def _own_row(site: Site, settings: OldTable) -> str:
    """Narrow the settings to those of this site, and to the latest of them."""
    if "sitekey" not in settings.columns:
        return ""
    column = f"trim(c{settings.columns.index('sitekey')})"
    key = f"CAST(x'{site.key.encode().hex()}' AS TEXT)"
    return f" WHERE {column} = {key} ORDER BY rowid DESC LIMIT 1"


def _gone(site: Site) -> tuple[str, ...]:
    if site.flavour.is_1_1:
        return one_one.GONE
    return two_oh.GONE if site.flavour.is_2_0 else ()
