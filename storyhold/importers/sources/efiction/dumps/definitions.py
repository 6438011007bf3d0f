"""What CREATE TABLE and ALTER TABLE say about columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.importers.sources.efiction.dumps.grammar import NAME
from storyhold.importers.sources.efiction.dumps.literals import WITH_BACKSLASHES

_PIECES = re.compile(
    rb"(" + b"|".join(WITH_BACKSLASHES) + rb"|`[^`]*+`)|([(),])|[^'\"`(),]++|.", re.DOTALL
)
_VERSION_COMMENT = re.compile(rb"/\*M?!\d*+|\*/")
_COMMENT = re.compile(rb"(?m)/\*(?!M?!).*?\*/|^\s*--\s[^\n]*$", re.DOTALL)
_NO_COLUMN = re.compile(
    rb"(?:PRIMARY|UNIQUE|KEY|INDEX|FULLTEXT|SPATIAL|CONSTRAINT|FOREIGN|CHECK|PERIOD)(?![\w`])",
    re.IGNORECASE,
)
_TYPE = re.compile(rb"\s*+(\w+(?:\s*\([^)]*\))?(?:\s+unsigned)?)", re.IGNORECASE)
_CHANGE = re.compile(
    rb"\s*+(?:(ADD|DROP)\s+(?:COLUMN\s+)?(?:IF\s+(?:NOT\s+)?EXISTS\s+)?"
    rb"|(CHANGE)\s+(?:COLUMN\s+)?|(RENAME)\s+COLUMN\s+)",
    re.IGNORECASE,
)
_TO = re.compile(rb"\s*+(?:TO\s)?\s*+", re.IGNORECASE)


@dataclass(frozen=True)
class Definition:
    """The columns of a table in order, lower case, with their types."""

    types: dict[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names in order."""
        return tuple(self.types)


def name_of(token: bytes) -> str:
    """Return a name without its quotes; of `db`.`table` the table's."""
    *_, last = NAME.findall(token) or [token]
    if last[:1] in (b"`", b'"'):
        last = last[1:-1].replace(b"``", b"`")
    return str(last.replace(b"\0", b""), "utf-8", "replace")


def definition_of(body: bytes) -> Definition:
    """Read what follows the opening bracket of a CREATE TABLE."""
    plain = _COMMENT.sub(b" ", _VERSION_COMMENT.sub(b" ", body))
    columns = (_column(clause.strip()) for clause in _clauses(plain))
    return Definition(dict(filter(None, columns)))


def list_of(text: bytes | None) -> tuple[str, ...] | None:
    """Return the names of the columns between brackets, if there are any."""
    return tuple(name_of(name).lower() for name in NAME.findall(text)) if text else None


def altered(columns: list[str], clauses: bytes) -> list[tuple[str, str]]:
    """Return the changes that an ALTER TABLE makes to columns: (old, new) names, "" for none."""
    changes = (_alteration(clause) for clause in _clauses(clauses))
    known = set(columns)
    return [(old, new) for old, new in filter(None, changes) if (old in known) or (not old and new)]


def _clauses(body: bytes) -> Iterator[bytes]:
    """Yield what commas divide, up to the bracket that closes the whole."""
    depth, clause = 0, b""
    for found in _PIECES.finditer(body):
        sign = found[2]
        depth += (sign == b"(") - (sign == b")")
        if depth < 0:
            break
        if sign == b"," and depth == 0:
            yield clause
            clause = b""
        else:
            clause += found[0]
    yield clause


def _column(clause: bytes) -> tuple[str, str] | None:
    name = NAME.match(clause)
    if not name or _NO_COLUMN.match(clause):
        return None
    kind = _TYPE.match(clause, name.end())
    return name_of(name[0]).lower(), str(kind[1], "ascii", "replace").lower() if kind else ""


def _alteration(clause: bytes) -> tuple[str, str] | None:
    change = _CHANGE.match(clause)
    first = NAME.match(clause, change.end()) if change else None
    if not change or not first or _NO_COLUMN.match(first[0]):
        return None
    name = name_of(first[0]).lower()
    if change[1]:
        return ("", name) if change[1].upper() == b"ADD" else (name, "")
    gap = _TO.match(clause, first.end())
    second = NAME.match(clause, gap.end()) if gap else None
    return (name, name_of(second[0]).lower()) if second else None
