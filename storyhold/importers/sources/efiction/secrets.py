"""What is read and never written down: passwords, and what tells where somebody was."""

from collections.abc import Sequence

from storyhold.importers.sources.efiction.dumps.rows import Values

# Of tables that are not staged at all.
UNTOLD = frozenset({"online"})
_LEFT_OUT = {"log": {"log_ip"}, "settings": {"smtp_password", "smtp_username"}}


class Secrets:
    """Takes secret values out of the rows of a table before they are written.

    `passwords` are by member, in memory alone; `left_out` counts what was forgotten by column.
    """

    def __init__(self, table: str) -> None:
        self.passwords: dict[int, bytes] = {}
        self.left_out: dict[str, int] = {}
        self._forget = set(_LEFT_OUT.get(table, ()))
        self._is_of_members = table == "authors"

    def take(self, columns: Sequence[str], rows: list[Values]) -> None:
        """Keep passwords, and put NULL where a secret stood."""
        if self._is_of_members and "password" in columns and "uid" in columns:
            self._take_passwords(columns.index("uid"), columns.index("password"), rows)
        for column in self._forget.intersection(columns):
            self._take_out(column, columns.index(column), rows)

    def rename(self, old: str, new: str) -> None:
        """Mind that a column is called otherwise from now on."""
        if old in self._forget:
            self._forget.add(new)

    def _take_passwords(self, uid: int, password: int, rows: list[Values]) -> None:
        for row in rows:
            number = row[uid] or b""
            if number.isdigit():
                self.passwords[int(number)] = row[password] or b""
            row[password] = None

    def _take_out(self, column: str, place: int, rows: list[Values]) -> None:
        count = sum(bool(row[place]) for row in rows)
        if count:
            self.left_out[column] = self.left_out.get(column, 0) + count
        for row in rows:
            row[place] = None
