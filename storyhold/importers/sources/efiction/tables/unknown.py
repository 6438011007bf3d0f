"""Tables and columns that nobody knows: of modules by others, or added by hand."""

from collections.abc import Collection, Iterator

from storyhold.importers.sources.efiction.dumps.names import KNOWN
from storyhold.importers.sources.efiction.dumps.orders import ORDERS
from storyhold.importers.sources.efiction.old_row import KEYS, OldRow
from storyhold.importers.sources.efiction.old_site import OldSite

# Of versions and modules that are read, but whose tables have names for their columns.
_ADDED: dict[str, str] = {
    "authors": "betareader ageconsent alertson aol yahoo icq msn newrespond user_id",
    "chapters": "psid",
    "comments": "uname",
    "poll": "poll_start_backup poll_end_backup",
    "reviews": "sid psid seriesid member source_review_id",
    "series": "owner banner",
    "stories": "banner epub epubcover epubread epublang psid chapter storytext counter numreviews"
    " gid wid",
}


def tables_not_known(site: OldSite) -> list[str]:
    """Return the names of tables that neither eFiction nor a module we know has."""
    return sorted(site.tables.tables.keys() - KNOWN)


def columns_not_known(site: OldSite) -> Iterator[tuple[OldRow, str]]:
    """Yield each value in a column of a known table that nobody asks for."""
    for table, orders in ORDERS.items():
        known = {*" ".join(orders.values()).split(), *_ADDED.get(table, "").split()}
        first = next(site.read(table), None)
        odd = [each for each in (first.row if first else ()) if _is_odd(each, known)]
        # Only where there are any: texts alone may be a gigabyte.
        columns = (*KEYS.get(table, ()), *odd)
        for row in site.read(table, columns=columns) if odd and table != "settings" else ():
            yield from ((row, column) for column in odd if row.row[column])


def _is_odd(column: str, known: Collection[str]) -> bool:
    return column not in known and not column.endswith(("_backup", "_tmp"))
