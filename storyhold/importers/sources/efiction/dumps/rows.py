"""The rows of one INSERT: quickly where they are plain, piece by piece where they are not."""

from collections.abc import Iterator

from storyhold.importers.sources.efiction.dumps.expressions import Expression
from storyhold.importers.sources.efiction.dumps.grammar import Grammar
from storyhold.importers.sources.efiction.dumps.literals import value_of
from storyhold.importers.sources.efiction.dumps.window import LOOK_AHEAD, Window

Values = list[bytes | None]
MOST_COLUMNS = 4096  # that a table of MySQL can have
DEEPEST = 20  # brackets within brackets; no program writes more than a few


class RowIsCut(Exception):  # noqa: N818 — what was found, not an error of ours
    """The dump ends in the middle of a row."""


class RowIsBroken(Exception):  # noqa: N818
    """What stands where a row should be is none."""


class _NotYet(Exception):  # noqa: N818
    """The row goes on in what has not been fetched."""


class Rows:
    """The rows behind a VALUES. After the last one the window stands behind the statement.

    `head` is what stood before them, `width` how many values rows of this table had before, 0
    when there were none. Statements that follow with the same head are read with this one.
    """

    def __init__(self, window: Window, grammar: Grammar, head: bytes, width: int = 0) -> None:
        self._window, self._grammar, self._head = window, grammar, head
        self.width = width
        self.is_open = False  # the dump ended behind a row, before the statement did

    def __iter__(self) -> Iterator[list[Values]]:
        """Yield rows in batches. Raises `RowIsCut` and `RowIsBroken`, at the start of that row."""
        goes_on = True
        while goes_on:
            if self.width:
                rows, goes_on = self._plain_rows()
                yield rows  # before one that may be cut
            if goes_on:
                row, goes_on = self._any_row()
                self.width = len(row)
                yield [row]

    def _plain_rows(self) -> tuple[list[Values], bool]:
        window, has_backslashes = self._window, self._grammar.has_backslashes
        match, buffer = self._grammar.row(self.width, self._head).match, window.buffer
        rows: list[Values] = []
        at, sign, end = window.at, b",", self._grammar.delimiter
        while sign != end and (found := match(buffer, at)):
            *tokens, sign = found.groups()
            rows.append([value_of(token, has_backslashes=has_backslashes) for token in tokens])
            at = found.end()
        window.at = at
        return rows, sign != end

    def _any_row(self) -> tuple[Values, bool]:
        while True:
            try:
                return self._row_in_pieces()
            except _NotYet:
                self._window.more()

    def _row_in_pieces(self) -> tuple[Values, bool]:
        at = self._open_row()
        values: Values = []
        sign = b","
        while sign == b",":
            value, sign, at = self._value(at)
            values.append(value)
            if len(values) > MOST_COLUMNS:
                raise RowIsBroken
        kind, piece, end = self._next(at, may_end=True)
        self.is_open = kind == "nothing"
        self._window.at = end if piece in (b",", self._grammar.delimiter) else at
        if kind == "word" and piece.upper() in (b"ON", b"AS"):
            skip_statement(self._window, self._grammar)
        return values, piece == b","

    def _open_row(self) -> int:
        _kind, piece, at = self._next(self._window.at)
        if piece != b"(":
            raise RowIsBroken
        return at

    def _value(self, at: int) -> tuple[bytes | None, bytes, int]:
        expression = Expression(has_backslashes=self._grammar.has_backslashes)
        while True:
            kind, piece, at = self._next(at)
            if kind == "sign" and expression.depth == 0 and piece != b"(":
                return expression.value(), piece, at
            is_too_deep = expression.depth > DEEPEST
            if kind == "delimiter" or is_too_deep or not expression.may_go_on(kind, piece):
                raise RowIsBroken
            expression.add(kind, piece)

    def _next(self, at: int, *, may_end: bool = False) -> tuple[str, bytes, int]:
        """Return the kind of the next piece that is no blank, the piece, and where it ends."""
        kind, piece = "blank", b""
        while kind == "blank":
            found = self._grammar.piece().match(self._window.buffer, at)
            if self._window.touches_the_end(found) and not (found and found[0] in b"(),;"):
                raise _NotYet
            if not found:
                return self._nothing(at, may_end=may_end)
            kind, piece, at = found.lastgroup or "", found[0], found.end()
        return kind, piece, at

    def _nothing(self, at: int, *, may_end: bool) -> tuple[str, bytes, int]:
        if may_end:
            return "nothing", b"", at
        rest = self._window.buffer[at : at + 1]
        raise RowIsBroken if rest and rest not in b"'\"`/" else RowIsCut


def skip_statement(window: Window, grammar: Grammar) -> bytes:
    """Step behind the statement and return it, or the beginning of a long one."""
    seen = b""
    while True:
        found = window.take(grammar.rest())
        if found and len(seen) < LOOK_AHEAD:
            seen += found[1]
        if (found and found[2]) or not window.more():
            return seen
