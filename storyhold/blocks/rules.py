"""Decisions about blocks, on plain values."""

from datetime import date

MOST_BLOCKS = 40
MOST_THINGS = 25  # in one block
LONGEST_TEXT = 20_000


def days_until(day: date, *, today: date) -> int:
    """Return the days to go; 0 on the day itself and ever after."""
    return max(0, (day - today).days)
