"""Decisions about stories, on plain values."""

import math
from datetime import datetime, timedelta

KEPT_FOR = timedelta(days=30)  # in the trash


def days_left(deleted_at: datetime, *, at: datetime) -> int:
    """Return for how many days, a begun one counted, what was deleted can be brought back."""
    left = deleted_at + KEPT_FOR - at
    return max(0, math.ceil(left / timedelta(days=1)))


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but how their lines end.

    Browsers send every line of a form with CR LF, whatever it came with.
    """
    return _with_plain_ends(one) == _with_plain_ends(other)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
