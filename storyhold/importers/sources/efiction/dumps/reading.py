"""A dump, statement by statement."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from storyhold.importers.sources.efiction.dumps import grammar as sql
from storyhold.importers.sources.efiction.dumps.definitions import (
    Definition,
    definition_of,
    list_of,
    name_of,
)
from storyhold.importers.sources.efiction.dumps.marks import Marks
from storyhold.importers.sources.efiction.dumps.rows import (
    RowIsBroken,
    RowIsCut,
    Rows,
    Values,
    skip_statement,
)
from storyhold.importers.sources.efiction.dumps.window import GoesOnTooLong, Window


@dataclass(frozen=True)
class Made:
    """A CREATE TABLE."""

    database: str
    table: str
    definition: Definition


@dataclass(frozen=True)
class Altered:
    """An ALTER TABLE: its clauses as they stand."""

    database: str
    table: str
    clauses: bytes


@dataclass(frozen=True)
class Filled:
    """Some rows of a table, in the order of `columns` if the dump names them."""

    database: str
    table: str
    columns: tuple[str, ...] | None
    rows: list[Values]


@dataclass(frozen=True)
class Cut:
    """Rows that end in the middle, or that make no sense. `is_end`: nothing came behind them."""

    database: str
    table: str
    is_end: bool


Event = Made | Altered | Filled | Cut


class Dump:
    """The statements of a dump that matter. `marks` fill while it is read."""

    def __init__(self, window: Window, *, wants: Callable[[str], bool]) -> None:
        self.marks = Marks()
        self._window, self._wants = window, wants
        self._grammar = sql.Grammar()
        self._database = ""
        self._widths: dict[str, int] = {}

    def __iter__(self) -> Iterator[Event]:
        """Yield what is said about tables that are wanted."""
        window = self._window
        while window.look_ahead():
            if window.take(sql.SOME_BLANKS):
                continue
            if found := window.take(sql.INSERT):
                yield from self._rows(found[0], name_of(found[1]), list_of(found[2]))
            elif not self._take_comment():
                yield from self._other_statement()

    def _take_comment(self) -> bool:
        window = self._window
        if comment := window.take(sql.COMMENT):
            self.marks.see_comment(comment[0])
        elif change := window.take(sql.DELIMITER):
            self._grammar = replace(self._grammar, delimiter=change[1])
        # The content of a comment for some servers is read like the rest, its end passed over.
        elif not window.take(sql.FOR_SOME_SERVERS) and not window.take(sql.CLOSING):
            return False
        return True

    def _other_statement(self) -> Iterator[Event]:
        window = self._window
        if made := window.take(sql.CREATE_TABLE):
            yield from self._made(name_of(made[1]))
        elif alter := window.take(sql.ALTER_TABLE):
            yield from self._altered(name_of(alter[1]))
        elif use := window.take(sql.USE):
            self._database = name_of(use[1])
            skip_statement(window, self._grammar)
        elif sql.OTHER.match(window.buffer, window.at):
            self._hear(self._skip())
        elif line := window.take(sql.LINE):
            self.marks.see_stray(line[0])

    def _made(self, table: str) -> Iterator[Event]:
        body = self._skip()
        if self._wants(table):
            yield Made(self._database, table, definition_of(body))

    def _altered(self, table: str) -> Iterator[Event]:
        clauses = self._skip()
        if self._wants(table):
            yield Altered(self._database, table, clauses)

    def _skip(self) -> bytes:
        start = self._window.at
        try:
            return skip_statement(self._window, self._grammar)
        except GoesOnTooLong:
            self._window.at = max(self._window.at, start)
            self._find_next_start()
            return b""

    def _hear(self, statement: bytes) -> None:
        """Mind what SET says."""
        if names := sql.SET_NAMES.match(statement):
            self.marks.see_charset(str(names[1], "ascii").lower())
        elif mode := sql.SET_MODE.match(statement):
            escapes = b"NO_BACKSLASH_ESCAPES" not in mode[1].upper()
            self._grammar = replace(self._grammar, has_backslashes=escapes)

    def _rows(self, head: bytes, table: str, columns: tuple[str, ...] | None) -> Iterator[Event]:
        if not self._wants(table):
            self._skip()
            return
        rows = Rows(self._window, self._grammar, head, self._widths.get(table, 0))
        try:
            for batch in rows:
                yield Filled(self._database, table, columns, batch)
        except (RowIsBroken, GoesOnTooLong):
            self._find_next_start()
            yield Cut(self._database, table, is_end=not self._window.look_ahead())
        except RowIsCut:
            self._window.at = len(self._window.buffer)
            yield Cut(self._database, table, is_end=True)
        if rows.is_open:
            yield Cut(self._database, table, is_end=True)
        self._widths[table] = rows.width

    def _find_next_start(self) -> None:
        """Step to where a line looks like the start of a statement, or to the end."""
        window = self._window
        while not (found := sql.NEXT_START.search(window.buffer, window.at)):
            window.at = max(window.at, len(window.buffer) - sql.LONGEST_START)
            if not window.more():
                window.at = len(window.buffer)
                return
        window.at = found.end()
