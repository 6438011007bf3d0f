"""When a letter that did not leave is tried again."""

from datetime import timedelta

# After a failure we wait this long, then twice as long, and so on; the last wait is over a day.
FIRST_WAIT = timedelta(minutes=2)
MOST_TRIES = 12


def wait_after(tries: int) -> timedelta:
    """Return how long a letter waits that has failed so many times, once or more."""
    return FIRST_WAIT * (1 << (tries - 1))
