"""What can become of a letter, and when one that did not leave is tried again."""

from datetime import timedelta
from enum import Enum, auto

# After a failure we wait this long, then twice as long, and so on; the last wait is over a day.
FIRST_WAIT = timedelta(minutes=2)
MOST_TRIES = 12


class Fate(Enum):
    """What became of a letter that was handed to the mail server."""

    SENT = auto()
    NOT_SENT = auto()  # it may go later
    REFUSED_FOR_GOOD = auto()
    UNSURE = auto()


def wait_after(tries: int) -> timedelta:
    """Return how long a letter waits that has failed so many times, once or more."""
    return FIRST_WAIT * (1 << (tries - 1))
