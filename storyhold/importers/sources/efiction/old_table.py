"""One table of an old database while a dump is read into the scratch file."""

from collections import Counter
from collections.abc import Mapping, Sequence

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.dumps.definitions import Definition, altered
from storyhold.importers.sources.efiction.dumps.layouts import Layout, fitting, layouts_of
from storyhold.importers.sources.efiction.dumps.rows import Values
from storyhold.importers.sources.efiction.refusals import LayoutIsUnclear, LayoutIsUnknown
from storyhold.importers.sources.efiction.scratch import Scratch, ScratchTable, quoted
from storyhold.importers.sources.efiction.secrets import Secrets

ENOUGH = 5_000  # rows to tell a layout by
ENOUGH_BYTES = 1 << 24
NEEDED = frozenset({"authors", "chapters", "reviews", "series", "stories"})


class OldTable:
    """The columns of a table as far as they are known, and its rows.

    `columns` are those of the scratch file. Rows of a dump that names no columns stand in the
    order of the latest CREATE TABLE, or wait here until there are enough to see their order.
    """

    def __init__(
        self, scratch: Scratch, name: str, *, dump: str, layouts: Mapping[str, str], note: Note
    ) -> None:
        self.name, self.dump = name, dump
        self.secrets = Secrets(name)
        self.columns: list[str] = []
        self.types: dict[str, str] = {}
        self._scratch, self._note = scratch, note
        self._wished = layouts.get(name)
        self._order: list[str] = []
        self._waiting: list[Values] = []
        self._weight = 0
        self._table: ScratchTable | None = None
        self._lengths: set[int] = set()
        self.layout = ""
        self.relatives: Mapping[str, OldTable] = {}  # of the same archive, read before

    def define(self, definition: Definition) -> None:
        """Hear a CREATE TABLE."""
        self.types |= definition.types
        self._order = list(definition.columns)
        self._know(self._order)

    def alter(self, clauses: bytes) -> None:
        """Hear an ALTER TABLE. What it drops is kept: it may be all there is."""
        for old, new in altered(self.columns, clauses):
            if old and new:
                self.columns[self.columns.index(old)] = new
                self._order = [new if name == old else name for name in self._order]
                self.secrets.rename(old, new)
            elif new and new not in self.columns:
                self._know([new])
                self._order.append(new)

    def put(self, columns: Sequence[str] | None, rows: list[Values]) -> None:
        """Add rows."""
        if columns is not None:
            self._know(columns)
            self._write(columns, rows)
        elif self._order:
            self._write(self._order, rows)
        else:
            self._wait(rows)

    def settle(self) -> None:
        """Write the rows that wait for their layout."""
        if not self._waiting:
            return
        self._order = list(self._layout())
        self._know(self._order)
        rows, self._waiting = self._waiting, []
        self._write(self._order, rows)

    def __len__(self) -> int:
        return len(self.place) + len(self._waiting)

    @property
    def select(self) -> str:
        """A SELECT that calls the columns by their names."""
        names = [f"c{place} AS {quoted(name)}" for place, name in enumerate(self.columns)]
        return f"SELECT {', '.join(names)} FROM {self.place.name}"  # noqa: S608 — our own names

    @property
    def place(self) -> ScratchTable:
        """Where the rows are."""
        if self._table is None:
            self._table = self._scratch.table(len(self.columns))
        return self._table

    def small_rows(self) -> list[dict[str, bytes | None]]:
        """Return all rows of a table that has few."""
        self._scratch.show(f"all {self.place.name}", self.select)
        rows = self._scratch.ask(f"all {self.place.name}", self.columns)
        return [dict(zip(self.columns, row, strict=True)) for row in rows]

    def _know(self, columns: Sequence[str]) -> None:
        new = [name for name in columns if name not in self.columns]
        self.columns += new
        while self._table and self._table.width < len(self.columns):
            self._table.widen()

    def _wait(self, rows: list[Values]) -> None:
        self._waiting += rows
        self._weight += sum(len(value or b"") for row in rows for value in row)
        if len(self._waiting) >= ENOUGH or self._weight >= ENOUGH_BYTES:
            self.settle()

    def _layout(self) -> Sequence[str]:
        width = Counter(map(len, self._waiting)).most_common(1)[0][0]
        found = self._layouts([row for row in self._waiting if len(row) == width])
        if len(found) > 1:
            names = ", ".join(layout.name for layout in found)
            raise LayoutIsUnclear(table=self.name, layouts=names)
        if not found and self.name in NEEDED:
            raise LayoutIsUnknown(table=self.name, width=width)
        self.layout = found[0].name if found else ""
        topic = "layout recognized" if found else "layout unknown"
        self._note(Finding(topic, self.name, facts={"layout": self.layout, "columns": str(width)}))
        return found[0].columns if found else [f"column_{place + 1}" for place in range(width)]

    def _layouts(self, rows: list[Values]) -> list[Layout]:
        if self._wished:
            known = layouts_of(self.name, len(rows[0]))
            return [layout for layout in known if layout.name == self._wished]
        found = fitting(self.name, rows)
        if len(found) > 1 and self.name == "stories":
            # The upgrade from 1.1 left both tables in their old order, or neither.
            born = self.relatives["reviews"].layout if "reviews" in self.relatives else ""
            found = [one for one in found if one.family == born.partition("-")[0]] or found
        return found

    def _write(self, columns: Sequence[str], rows: list[Values]) -> None:
        for width in sorted({len(row) for row in rows}):
            names = self._names(columns, width)
            same = [row for row in rows if len(row) == width]
            self.secrets.take(names, same)
            self.place.put([self.columns.index(name) for name in names], same)

    def _names(self, columns: Sequence[str], width: int) -> Sequence[str]:
        """Return names for so many values: rows may be shorter or longer than they should be."""
        if width == len(columns):
            return columns
        if width not in self._lengths:
            self._lengths.add(width)
            facts = {"values": str(width), "columns": str(len(columns))}
            self._note(Finding("rows of another length", self.name, facts=facts))
        names = [*columns, *(f"added_{number}" for number in range(1, width - len(columns) + 1))]
        self._know(names)
        return names[:width]
