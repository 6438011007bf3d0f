"""Decisions about polls, on plain values."""

LONGEST_QUESTION = 200
LONGEST_CHOICE = 120
LEAST_CHOICES, MOST_CHOICES = 2, 20


def percent(votes: int, *, of: int) -> int:
    """Return the share of `votes` in whole percent; 0 where nobody has voted."""
    return round(100 * votes / of) if of else 0
