"""An old site as the rest of the import sees it: rows in order, values as text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from storyhold.importers.findings import Finding
from storyhold.importers.sources.efiction.finding.text_files import TextFiles
from storyhold.importers.sources.efiction.old_row import OldRow, Row
from storyhold.importers.sources.efiction.value_reader import ValueReader, keep_nothing


def _let_go(_finding: Finding) -> None:
    pass


class Tables(Protocol):
    """The rows of one site; see `staging.Staged`."""

    @property
    def tables(self) -> Mapping[str, int]:
        """How many rows each table has, by its name without prefix."""

    @property
    def texts(self) -> TextFiles:
        """The stories folder."""

    @property
    def passwords(self) -> Mapping[int, bytes]:
        """What stood in the column of passwords, by member."""

    def rows(
        self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] = ()
    ) -> Iterator[Row]:
        """Yield the rows of a table, none where there is no such table."""

    def has_column(self, table: str, column: str) -> bool:
        """Whether there is a table with such a column."""


def no_picture(_name: str) -> Path | None:
    """Know no pictures of categories."""
    return None


@dataclass(frozen=True)
class OldSite:
    """The tables of a site, with how its values are to be read."""

    tables: Tables
    reader: ValueReader
    category_picture: Callable[[str], Path | None] = no_picture  # by the name of its file

    @property
    def texts(self) -> TextFiles:
        """The stories folder."""
        return self.tables.texts

    def has(self, table: str) -> bool:
        """Whether there is a table with any rows."""
        return self.count(table) > 0

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return self.tables.tables.get(table, 0)

    def read(
        self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] = ()
    ) -> Iterator[OldRow]:
        """Yield the rows of a table, in the order of columns that hold numbers.

        With `columns`, the rows have these alone, which is much faster where texts are long.
        """
        rows = self.tables.rows(table, order=order, columns=columns)
        return (OldRow(table, row, self.reader) for row in rows)

    @cached_property
    def quiet(self) -> "OldSite":
        """The same site, of whose values nothing is said or kept: for a look ahead."""
        return replace(self, reader=replace(self.reader, note=_let_go, keep=keep_nothing))

    def ids(self, table: str, column: str) -> set[int]:
        """Return the numbers in a column of a table."""
        return {row.whole(column) for row in self.read(table, columns=(column,))}

    def highest(self, table: str, column: str) -> int:
        """Return the highest number in a column of a table, 0 where there is none."""
        rows = self.read(table, columns=(column,))
        return max((row.whole(column) for row in rows), default=0)

    @cached_property
    def settings(self) -> OldRow:
        """The site's settings; an empty row where they are not in the dump."""
        return next(self.read("settings"), OldRow("settings", {}, self.reader))
