"""Lists in one column: numbers or names between commas."""

import re
from collections.abc import Collection
from html import unescape
from typing import NamedTuple

_NOTHING = ("", "0", "-1", "Array")
"""Parts that stand for no entry; the last is a slip of the Challenges module."""

_FULL = (100, 200, 250)
_MOST_COMMAS = 8
"""Inside one name."""

_NUMBER = re.compile(r"0*[0-9]{1,18}", re.ASCII)  # no column holds a longer one
_AROUND_COMMA = re.compile(r"\s*,\s*")


class Named(NamedTuple):
    """The known names in a list, as they are known, and the rest as it was written."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between the commas, without blanks, empty parts and repeats."""
    found = (part.strip() for part in text.split(","))
    return tuple(dict.fromkeys(part for part in found if part not in _NOTHING))


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers in a list, each once, without 0 and what is below. Names are left out."""
    found = (int(part) for part in parts(text) if _NUMBER.fullmatch(part))
    return tuple(dict.fromkeys(number for number in found if number))


def names_of(text: str) -> tuple[str, ...]:
    """Return the parts of a list of numbers that are none: names, where 1.x left them."""
    return tuple(part for part in parts(text) if not re.fullmatch(r"-?[0-9]+", part, re.ASCII))


def names_in(text: str, known: Collection[str]) -> Named:
    """Return the names in a list whose names may hold commas themselves.

    The longest known name wins. Names are compared without case, blanks around commas and
    references resolved.
    """
    by_key = {name_key(name): name for name in known}
    pieces = [piece for piece in text.split(",") if piece.strip() not in _NOTHING]
    found: dict[str, None] = {}
    unknown: dict[str, None] = {}
    while pieces:
        length, name = _longest(pieces, by_key)
        if name:
            found[name] = None
        else:
            unknown[pieces[0].strip()] = None
        del pieces[:length]
    return Named(tuple(found), tuple(unknown))


def name_key(name: str) -> str:
    """Return what names in old lists are compared by."""
    return _AROUND_COMMA.sub(",", " ".join(unescape(name).split())).casefold()


def is_full(text: str) -> bool:
    """Tell whether a list fills its column, so that its end was probably cut off."""
    return len(text) in _FULL


def _longest(pieces: list[str], by_key: dict[str, str]) -> tuple[int, str]:
    for length in range(min(len(pieces), _MOST_COMMAS + 1), 0, -1):
        if name := by_key.get(name_key(",".join(pieces[:length]))):
            return length, name
    return 1, ""
