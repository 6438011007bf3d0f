"""A file of SQLite in which the rows of a dump lie as they were read, to be asked for in order."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

Values = Sequence[bytes | None]


def quoted(name: str) -> str:
    """Return a name as SQL wants it."""
    return '"' + name.replace('"', '""') + '"'


class Scratch:
    """The file. It is written once and needs to survive nothing, so it is written fast."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "staged.sqlite", isolation_level=None)
        for line in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-32000", "page_size=8192"):
            self._connection.execute(f"PRAGMA {line}")
        self._connection.execute("BEGIN")
        self._tables = 0

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def table(self, width: int) -> "ScratchTable":
        """Make a table with so many columns."""
        self._tables += 1
        return ScratchTable(self._connection, f"t{self._tables}", width)

    def show(self, name: str, select: str) -> None:
        """Let a SELECT be asked for by a name. A later one of the same name takes its place."""
        self._connection.execute(f"DROP VIEW IF EXISTS {quoted(name)}")
        self._connection.execute(f"CREATE VIEW {quoted(name)} AS {select}")

    def ask(
        self, name: str, columns: Sequence[str], order: Sequence[str] = ()
    ) -> Iterator[tuple[bytes | None, ...]]:
        """Yield the rows of what is shown by a name, in the order of numbers in some columns."""
        by = ", ".join(f"CAST({quoted(column)} AS INTEGER)" for column in order)
        listed = ", ".join(map(quoted, columns))
        select = f"SELECT {listed} FROM {quoted(name)}" + (f" ORDER BY {by}" if by else "")  # noqa: S608
        yield from self._connection.execute(select)

    def count(self, name: str) -> int:
        """Return how many rows there are of what is shown by a name."""
        return next(self.numbers(f"SELECT count(*) FROM {quoted(name)}"))[0]  # noqa: S608

    def numbers(self, select: str) -> Iterator[tuple[int, ...]]:
        """Yield the rows of a SELECT that gives whole numbers."""
        yield from self._connection.execute(select)

    def run(self, statement: str) -> int:
        """Carry out a statement and return how many rows it changed."""
        return self._connection.execute(statement).rowcount


class ScratchTable:
    """One table. Its columns are `c0`, `c1` …: what they are called may be learned later."""

    def __init__(self, connection: sqlite3.Connection, name: str, width: int) -> None:
        self._connection, self.name, self.width = connection, name, max(width, 1)
        columns = ", ".join(f"c{place} BLOB" for place in range(self.width))
        connection.execute(f"CREATE TABLE {name} ({columns})")

    def widen(self) -> None:
        """Add a column behind the others."""
        self._connection.execute(f"ALTER TABLE {self.name} ADD COLUMN c{self.width} BLOB")
        self.width += 1

    def put(self, places: Sequence[int], rows: Sequence[Values]) -> None:
        """Add rows whose values belong at these places."""
        columns = ", ".join(f"c{place}" for place in places)
        marks = ", ".join("?" * len(places))
        statement = f"INSERT INTO {self.name} ({columns}) VALUES ({marks})"  # noqa: S608
        self._connection.executemany(statement, rows)

    def index(self, places: Sequence[int]) -> None:
        """Make it quick to ask in the order of the numbers at these places."""
        name = "_".join(["i", self.name, *map(str, places)])
        by = ", ".join(f"CAST(c{place} AS INTEGER)" for place in places)
        self._connection.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {self.name} ({by})")

    def __len__(self) -> int:
        count: int = self._connection.execute(f"SELECT count(*) FROM {self.name}").fetchone()[0]  # noqa: S608
        return count
