"""Decisions about reports and letters, on plain values."""

LONGEST_SUBJECT = 200
LONGEST_TEXT = 10_000  # letters, as typed
LONGEST_PATH = 500
LONGEST_NOTE = 2000


def is_own_path(path: str) -> bool:
    """Whether this can be the path of a page of ours, and of no other site's.

    Browsers read `\\` as `/`, and drop control characters.
    """
    is_plain = path.isprintable() and "\\" not in path
    return is_plain and path.startswith("/") and path[1:2] != "/" and len(path) <= LONGEST_PATH
