"""Reading the archive's name and rules, which every page needs."""

from storyhold.archive.models import Archive
from storyhold.freshness.memory import Memory

_known: Memory[Archive] = Memory()


def the_archive() -> Archive:
    """Return the archive; no query while nobody has changed it.

    Before anything was ever saved this is a row that is not in the database yet.
    """
    return _known.get("archive", lambda: Archive.objects.filter(pk=1).first() or Archive())


def forget_archive() -> None:
    """Read the archive anew at the next call; for whoever has just changed it."""
    _known.forget()
