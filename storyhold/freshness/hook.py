"""At every connection to the database: what is read is noted, and what is changed is stamped.

It stands below all rooms, where nothing passes unseen: neither `update` and `bulk_create`, which
send no signals, nor what is deleted along with something else.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from storyhold.freshness.stamps import EVERYTHING, Stamps, of_story, stamps_file
from storyhold.freshness.statements import READING, Change, change_by, tables_in
from storyhold.freshness.tables import ITSELF, KNOWN, NOTHING, TABLES, Table
from storyhold.freshness.watching import watch

# A statement that concerns more stories than this concerns everything.
MOST_STORIES = 100

Execute = Callable[[str, Any, bool, Any], Any]
Values = Callable[[str, Sequence[Any]], list[Any] | None]
Ids = set[int]


@cache
def the_stamps() -> Stamps:
    """Return the stamps of this archive."""
    return Stamps(stamps_file(settings.DATA))


def begin() -> None:
    """Say, when a process starts, that anything may have changed.

    The one before it may have been killed between its last commit and the stamps of that.
    """
    the_stamps().stamp(EVERYTHING)


def install(connection: BaseDatabaseWrapper, **_signal: object) -> None:
    """Hang the hook on a connection, once."""
    if not any(isinstance(each, Hook) for each in connection.execute_wrappers):
        connection.execute_wrappers.append(Hook(connection))


class Waiting:
    """The stamps that a transaction will write when it is committed."""

    def __init__(self) -> None:
        self.subjects: set[str] = set()

    def __call__(self) -> None:
        """Write them."""
        the_stamps().stamp(*self.subjects)


class Hook:
    """Sees every statement that a connection is about to execute."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        the_stamps()  # where they cannot be written, nothing else must be
        self._connection = connection

    def __call__(self, execute: Execute, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Execute the statement, and note or stamp what it is about."""
        sql = sql.lstrip()
        if sql.startswith(READING):
            watch().tables.update(tables_in(sql, KNOWN))
            return execute(sql, params, many, context)
        change = change_by(sql)
        # Before: what is deleted tells nobody whose it was.
        subjects = self._subjects(change, None if many else params) if change else set()
        answer = execute(sql, params, many, context)
        if subjects:
            self.stamp(subjects)
        return answer

    def stamp(self, subjects: set[str]) -> None:
        """Stamp these once the change can be seen by others: now, or when it is committed."""
        if is_committed_at_once(self._connection):
            the_stamps().stamp(*subjects)
        else:
            self._waiting().subjects.update(subjects)

    def has_unseen_changes(self) -> bool:
        """Whether this connection sees what others do not, and may never see."""
        waiting = self._connection.run_on_commit
        return bool(waiting) and isinstance(waiting[0][1], Waiting)

    def _waiting(self) -> Waiting:
        """Return the stamps of this transaction.

        They stand first, so that nothing that fails after a commit keeps them from being written;
        and outside of any savepoint, so that none takes those away that were there before it.
        """
        callbacks: list[Any] = self._connection.run_on_commit
        if not self.has_unseen_changes():
            callbacks.insert(0, (set(), Waiting(), True))
        waiting: Waiting = callbacks[0][1]
        return waiting

    def _subjects(self, change: Change, params: Sequence[Any] | None) -> set[str]:
        """Return what the change is stamped as."""
        table = TABLES.get(change.table)
        if table is None:
            return {EVERYTHING}
        subjects = _subjects_of(change, table)
        if not subjects or not table.stories or EVERYTHING in subjects:
            return subjects
        stories = self._stories(change, table, params)
        return {EVERYTHING} if stories is None else subjects | set(map(of_story, stories))

    def _stories(self, change: Change, table: Table, params: Sequence[Any] | None) -> Ids | None:
        """Return the stories whose rows are changed; None where we cannot tell."""
        if params is None:
            return None
        belonged = (
            None if change.verb == "INSERT" else self._found(change.values_known, table, params)
        )
        belong = self._found(change.values_written, table, params)
        if change.verb == "INSERT":
            return set() if set(table.stories) == {"id"} else belong
        if not (change.columns or set()) & table.stories.keys() - {"id"}:
            return belonged
        return None if belonged is None or belong is None else belonged | belong

    def _found(self, values_of: Values, table: Table, params: Sequence[Any]) -> Ids | None:
        """Return the stories of rows that are found by, or get, these values."""
        for column, query in table.stories.items():
            values = values_of(column, params)
            if values is not None and len(values) <= MOST_STORIES:
                ids = {int(value) for value in values if value is not None}
                return ids if query == ITSELF else self._looked_up(query, ids)
        return None

    def _looked_up(self, query: str, ids: Ids) -> Ids:
        if not ids:
            return ids
        with self._connection.cursor() as cursor:
            cursor.execute(query.format(", ".join(["%s"] * len(ids))), [*ids])
            return {row[0] for row in cursor.fetchall() if row[0] is not None}


def is_committed_at_once(connection: BaseDatabaseWrapper) -> bool:
    """Whether a statement needs no commit to be seen by others."""
    return not connection.in_atomic_block


def _subjects_of(change: Change, table: Table) -> set[str]:
    if change.verb == "INSERT" and table.new is not None:
        return {table.new} - {NOTHING}
    columns = change.columns
    if change.verb == "UPDATE" and columns and columns <= table.columns.keys():
        return {table.columns[each] for each in columns} - {NOTHING}
    return {table.subject} - {NOTHING}
