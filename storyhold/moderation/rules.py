"""Decisions about reports and letters, on plain values."""

import re
from collections.abc import Mapping

LONGEST_SUBJECT = 200
LONGEST_TEXT = 10_000  # letters, as typed
LONGEST_PATH = 500
LONGEST_NOTE = 2000

_PLACE = re.compile(r"\{(\w+)\}")


def is_own_path(path: str) -> bool:
    """Whether this can be the path of a page of ours, and of no other site's.

    Browsers read `\\` as `/`, and drop control characters.
    """
    is_plain = path.isprintable() and "\\" not in path
    return is_plain and path.startswith("/") and path[1:2] != "/" and len(path) <= LONGEST_PATH


def filled(wording: str, facts: Mapping[str, str]) -> str:
    """Return a letter with each `{name}` of the facts in its place; other braces stay."""
    return _PLACE.sub(lambda place: facts.get(place[1], place[0]), wording)
