"""Reading the archive's name and rules, which every page needs."""

import time

from storyhold.archive.models import Archive

# A change made by another process is seen within this many seconds.
FRESH_FOR = 1.0

_known: tuple[float, Archive] | None = None


def the_archive() -> Archive:
    """Return the archive; at most one query a second in each process.

    Before anything was ever saved this is a row that is not in the database yet.
    """
    global _known
    now = time.monotonic()
    if _known is None or now - _known[0] > FRESH_FOR:
        _known = now, Archive.objects.filter(pk=1).first() or Archive()
    return _known[1]


def forget_archive() -> None:
    """Read the archive anew at the next call; for whoever has just changed it."""
    global _known
    _known = None
