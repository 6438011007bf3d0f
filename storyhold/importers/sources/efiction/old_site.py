"""An old site as the rest of the import sees it: rows in order, values as text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Protocol

from storyhold.importers.findings import Note

Row = Mapping[str, bytes | None]  # by the old names of the columns; numbers are bytes, too


class Tables(Protocol):
    """The rows of one site; see `staging.Staged`."""

    tables: Mapping[str, int]
    passwords: Mapping[int, bytes]

    def rows(self, table: str, *, order: Sequence[str] = ()) -> Iterator[Row]:
        """Yield the rows of a table, none where there is no such table."""


@dataclass(frozen=True)
class OldSite:
    """The tables of a site, with how its values are to be read."""

    tables: Tables
    note: Note
    zone: tzinfo = UTC  # of dates that do not say theirs
