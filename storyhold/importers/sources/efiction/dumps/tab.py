"""A folder of `mysqldump --tab`: for each table a definition, and a file of rows with tabs."""

import re
from collections.abc import Iterator

from storyhold.importers.sources.efiction.dumps.literals import escaped_by_backslash
from storyhold.importers.sources.efiction.dumps.reading import Cut, Dump, Event, Filled, Made
from storyhold.importers.sources.efiction.dumps.rows import Values
from storyhold.importers.sources.efiction.dumps.window import GoesOnTooLong, Readable, Window

_FIELD = re.compile(rb"((?:[^\\\t\n]++|\\.)*+)([\t\n])", re.DOTALL)
AT_ONCE = 500


class TabDump:
    """One table: its definition as SQL, and then its rows."""

    def __init__(self, definition: Dump, rows: Readable) -> None:
        self.marks = definition.marks
        self._definition, self._window = definition, Window(rows)
        self._rows: list[Values] = []

    def __iter__(self) -> Iterator[Event]:
        """Yield what is said about the table, if it is wanted."""
        table: Made | None = None
        for event in self._definition:
            table = event if isinstance(event, Made) else table
            yield event
        if table:
            yield from self._filled(table)

    def _filled(self, table: Made) -> Iterator[Event]:
        row: Values = []
        try:
            for field, ends_row in self._fields():
                row.append(field)
                if ends_row:
                    self._rows.append(row)
                    row = []
                if len(self._rows) >= AT_ONCE:
                    yield self._taken(table)
        except GoesOnTooLong:
            row = [None]
        if self._rows:
            yield self._taken(table)
        if row:
            yield Cut(table.database, table.table, is_end=True)

    def _taken(self, table: Made) -> Filled:
        rows, self._rows = self._rows, []
        return Filled(table.database, table.table, None, rows)

    def _fields(self) -> Iterator[tuple[bytes | None, bool]]:
        """Yield each field, and whether its row ends behind it."""
        window = self._window
        while True:
            for found in iter(lambda: window.take(_FIELD), None):
                field = found[1]
                yield None if field == rb"\N" else escaped_by_backslash(field), found[2] == b"\n"
            if not window.more():
                break
        if window.at < len(window.buffer):
            yield window.buffer[window.at :], False
