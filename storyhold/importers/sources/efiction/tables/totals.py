"""The totals that an old site kept of itself, beside what is in its tables."""

from collections.abc import Iterator
from typing import NamedTuple

from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.values.numbers import number

# By the column of `stats`: the table, and the column that must be neither nothing nor 0.
_TABLES = {
    "stories": ("stories", "validated"),
    "chapters": ("chapters", "validated"),
    "series": ("series", "seriesid"),
    "reviews": ("reviews", "reviewid"),
    "members": ("authors", "uid"),
}


class Total(NamedTuple):
    """What an old site said of itself, and what there is."""

    name: str
    said: int
    found: int


def totals(site: OldSite) -> Iterator[Total]:
    """Yield the totals, for those who compare; caches are expected to be off."""
    stats = next(site.read("stats"), None)
    for name, (table, counted) in _TABLES.items() if stats else ():
        found = sum(
            number(row.row.get(counted)) > 0 for row in site.read(table, columns=(counted,))
        )
        yield Total(name, stats.whole(name) if stats else 0, found)
