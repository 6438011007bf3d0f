"""What values of a column look like, where that tells one order of columns from another."""

import re
from collections.abc import Sequence

_NUMBER = rb"-?\d*"
_DATE = rb"\d+|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_LIST = rb"Array|[-\d,\s]*"
_NAMES = rb"|0|(?!\d+\Z)(?!-?\d+(?:,\s*\d+)+\Z).*"  # of genres and warnings: words, not numbers
_PATTERNS = {
    "admincreated": rb"\d?",
    "anonchallenges": rb"\d?",
    "catid": _LIST,
    "chapid": _NUMBER,
    "challenges": _LIST,
    "comments": rb"(?!\d{4}-).*",
    "count": rb"\d+",
    "date": _DATE,
    "date_backup": rb"|" + _DATE,
    "genres": _NAMES,
    "item": _NUMBER,
    "log_timestamp_backup": rb"|" + _DATE,
    "notifications": rb"|a:\d.*",
    "numstories": rb"\d+",
    "password": rb"|0|[0-9a-fA-F]{32}|\$.{20,}|\*[0-9A-F]{40}|[0-9a-f]{16}",
    "respond": rb"\d?",
    "reviews": rb"\d+",
    "time": _DATE,
    "time_backup": rb"(?:|0000-00-00 00:00:00|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)",
    "type": rb"[A-Z]{2,3}",
    "updated": _DATE,
    "updated_backup": rb"|" + _DATE,
    "version": rb"|\d[\w.]*",
    "warnings": _NAMES,
}
SHAPES = {column: re.compile(pattern, re.DOTALL) for column, pattern in _PATTERNS.items()}


def evidence(columns: Sequence[str], rows: Sequence[Sequence[bytes | None]]) -> int:
    """Return how much speaks for this order: ratings stay low, what is counted does not."""
    no_challenge = {b"0", b""}
    signs = (
        _most(columns, rows, "rating") <= 10,
        _most(columns, rows, "count") > 10,
        _held(columns, rows, "challenges") <= no_challenge,
        bool(_held(columns, rows, "numstories") - no_challenge),
    )
    return sum(signs)


def _held(
    columns: Sequence[str], rows: Sequence[Sequence[bytes | None]], column: str
) -> set[bytes]:
    place = columns.index(column) if column in columns else -1
    return {row[place] or b"" for row in rows} if place >= 0 else set()


def _most(columns: Sequence[str], rows: Sequence[Sequence[bytes | None]], column: str) -> int:
    return max((int(value) for value in _held(columns, rows, column) if value.isdigit()), default=0)
