"""A MySQL or MariaDB server that still runs, read as a dump of it would be."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import pymysql
from pymysql.converters import encoders
from pymysql.cursors import SSCursor

from storyhold.importers.sources.efiction.dumps import grammar as sql
from storyhold.importers.sources.efiction.dumps.definitions import definition_of
from storyhold.importers.sources.efiction.dumps.marks import Marks
from storyhold.importers.sources.efiction.dumps.reading import Event, Filled, Made
from storyhold.importers.sources.efiction.dumps.sources import Told, Wants
from storyhold.importers.sources.efiction.refusals import (
    ServerDoesNotAnswer,
    ServerSaysNo,
    ServerStopped,
)

AT_ONCE = 500
PATIENCE = 20  # seconds until a server that does not answer is given up
_NOT_ALLOWED = frozenset({1044, 1045, 1049, 1698})  # user, password or database


def is_live(place: str) -> bool:
    """Whether this is the address of a server."""
    return place.startswith(("mysql://", "mariadb://"))


@dataclass(frozen=True)
class LiveDump:
    """The database at `mysql://user:password@host:port/database`. Nothing in it is changed."""

    address: str = field(repr=False)
    size = 0

    @property
    def name(self) -> str:
        """The address without who asks."""
        parts = urlsplit(self.address)
        return f"{unquote(parts.path.strip('/'))} on {parts.hostname}"

    @contextmanager
    def read(self, wants: Wants, tell: Told) -> Iterator["_Tables"]:
        """Connect."""
        try:
            with closing(self._connection()) as connection:
                yield _Tables(connection, wants, tell)
        except pymysql.MySQLError as error:
            raise self._refusal(error) from error

    def _connection(self) -> "pymysql.Connection[SSCursor]":
        parts = urlsplit(self.address)
        return pymysql.connect(
            host=parts.hostname or "localhost",
            port=parts.port or 3306,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            database=unquote(parts.path.strip("/")),
            connect_timeout=PATIENCE,
            # Bytes as they lie in the tables, and digits for numbers and dates: as in a dump.
            charset="latin1",
            use_unicode=False,
            conv=encoders,
            init_command="SET NAMES binary, time_zone = '+00:00'",
            cursorclass=SSCursor,
        )

    def _refusal(self, error: pymysql.MySQLError) -> Exception:
        code = error.args[0] if error.args else 0
        if code in _NOT_ALLOWED:
            return ServerSaysNo(name=self.name)
        stopped = isinstance(error, pymysql.OperationalError) and code == 2003
        return (ServerDoesNotAnswer if stopped else ServerStopped)(name=self.name)


class _Tables:
    """The tables one after the other."""

    def __init__(
        self, connection: "pymysql.Connection[SSCursor]", wants: Wants, tell: Told
    ) -> None:
        self.marks = Marks(has_end=True)
        self._connection, self._wants, self._tell = connection, wants, tell
        self._bytes = 0

    def __iter__(self) -> Iterator[Event]:
        """Yield what is said about tables that are wanted."""
        for (name,) in self._ask(b"SHOW TABLES"):
            table = str(name, "utf-8", "replace")
            if self._wants(table):
                yield from self._table(table, b"`" + name.replace(b"`", b"``") + b"`")

    def _table(self, table: str, quoted: bytes) -> Iterator[Event]:
        (_name, made, *_rest) = next(iter(self._ask(b"SHOW CREATE TABLE " + quoted)))
        start = sql.CREATE_TABLE.match(made)
        definition = definition_of(made[start.end() :] if start else b"")
        yield Made("", table, definition)
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(b"SELECT * FROM " + quoted)
            while rows := cursor.fetchmany(AT_ONCE):
                self._bytes += sum(len(value or b"") for row in rows for value in row)
                self._tell(self._bytes)
                yield Filled("", table, definition.columns, [list(row) for row in rows])

    def _ask(self, question: bytes) -> list[tuple[Any, ...]]:
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(question)
            return list(cursor.fetchall())
