"""What a statement of SQL changes, read from its words. They are those that Django writes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

Spans = Mapping[str, slice]

READING = ("SELECT", "(SELECT")
# Words with which statements begin that change nothing of what is kept.
HARMLESS = frozenset({
    "ANALYZE", "BEGIN", "CLOSE", "COMMIT", "DECLARE", "END", "EXPLAIN", "FETCH", "LISTEN", "LOCK",
    "NOTIFY", "PRAGMA", "RELEASE", "ROLLBACK", "SAVEPOINT", "SET", "SHOW", "UNLISTEN", "VACUUM",
})  # fmt: skip

_INSERT = re.compile(r'INSERT (?:OR IGNORE )?INTO "(\w+)" \(([^)]*)\) ')
_UPDATE = re.compile(r'UPDATE "(\w+)" SET (.*?)(?: WHERE (.*))?', re.DOTALL)
_DELETE = re.compile(r'DELETE FROM "(\w+)"(?: WHERE (.*))?', re.DOTALL)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_SET = re.compile(r'(?:^|, )"(\w+)" = ((?:%s|NULL)(?=, |$))?')
# Rows of values and nothing else, or a list of values for each column, as PostgreSQL is given them.
_ROWS = re.compile(r"VALUES ((?:\((?:%s(?:, )?)+\)(?:, )?)+)(?: ON CONFLICT .*| RETURNING .*)?")
_COLUMNS = re.compile(r"SELECT \* FROM UNNEST\((?:\(%s\)::[\w\[\](), ]+?(?:, )?)+\)(?: .*)?")


@dataclass(frozen=True)
class Change:
    """A statement that changes rows: INSERT, UPDATE or DELETE of a table.

    `columns` are those that are written, None where we cannot tell. `known` and `written` say for
    a column where among the parameters its values stand: those by which the rows are found, and
    those that they get.
    """

    verb: str
    table: str
    columns: frozenset[str] | None = None
    known: Spans = field(default_factory=dict)
    written: Spans = field(default_factory=dict)
    is_by_column: bool = False

    def values_known(self, column: str, params: Sequence[Any]) -> list[Any] | None:
        """Return the values by which rows are found; None where they are found otherwise."""
        return params[self.known[column]] if column in self.known else None  # type: ignore

    def values_written(self, column: str, params: Sequence[Any]) -> list[Any] | None:
        """Return the values that rows get; None where we cannot tell."""
        if column not in self.written:
            return None
        found: Iterable[Any] = params[self.written[column]]
        return list(chain.from_iterable(found) if self.is_by_column else found)


# Something that is changed in a way that we cannot tell.
UNKNOWN = Change("", "")


@lru_cache(maxsize=2000)
def change_by(sql: str) -> Change | None:
    """Return what the statement changes; None where it changes no rows at all."""
    match sql.split(maxsplit=1)[0]:
        case "INSERT":
            return _insert(sql)
        case "UPDATE":
            return _update(sql)
        case "DELETE":
            return _delete(sql)
        case verb:
            return None if verb.rstrip(";").upper() in HARMLESS else UNKNOWN


def tables_in(sql: str, known: frozenset[str]) -> frozenset[str]:
    """Return those of the known tables that a statement names."""
    return known.intersection(_words_in(sql))


@lru_cache(maxsize=2000)
def _words_in(sql: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", sql))


def _insert(sql: str) -> Change:
    found = _INSERT.match(sql)
    if found is None:
        return UNKNOWN
    columns = re.findall(r'"(\w+)"', found[2])
    given, width = sql[found.end() :], len(columns)
    is_by_column = _COLUMNS.fullmatch(given) is not None
    written: dict[str, slice] = {}
    if is_by_column or ((rows := _ROWS.fullmatch(given)) and rows[1].count("%s") % width == 0):
        ends = [place + 1 if is_by_column else None for place in range(width)]
        for place, name in enumerate(columns):
            written[name] = slice(place, ends[place], width)
    return Change("INSERT", found[1], frozenset(columns), {}, written, is_by_column)


def _update(sql: str) -> Change:
    outline = _outline(sql)
    found = _UPDATE.fullmatch(outline)
    if found is None:
        return UNKNOWN
    written: dict[str, slice] = {}
    for each in _SET.finditer(found[2]):
        if each[2]:
            place = sql.count("%s", 0, found.start(2) + each.start())
            written[each[1]] = slice(place, place + each[2].count("%s"))
    columns = frozenset(each[1] for each in _SET.finditer(found[2]))
    return Change("UPDATE", found[1], columns, _known_of(found[1], found.start(3), sql), written)


def _delete(sql: str) -> Change:
    found = _DELETE.fullmatch(_outline(sql))
    if found is None:
        return UNKNOWN
    return Change("DELETE", found[1], None, _known_of(found[1], found.start(2), sql))


def _outline(sql: str) -> str:
    """Return the statement with dots for whatever stands in parentheses."""
    outline, before = sql, ""
    while outline != before:
        before, outline = outline, _IN_PARENTHESES.sub(lambda it: "." * len(it[0]), outline)
    return outline


def _known_of(table: str, start: int, sql: str) -> Spans:
    """Return the columns of which the rows that are meant are known to have certain values.

    The condition begins at `start`, or there is none and it is -1.
    """
    condition = sql[start:].replace("IS NOT NULL", "")
    if start < 0 or any(word in condition for word in (" OR ", "NOT ", "SELECT ")):
        return {}
    known = re.compile(rf'"{table}"\."(\w+)" (?:= %s|IN \(%s(?:, %s)*\))')
    spans = {}
    for each in known.finditer(sql, start):
        before = sql.count("%s", 0, each.start())
        spans[each[1]] = slice(before, before + each[0].count("%s"))
    return spans
