"""Pen names and e-mail addresses of members, as accounts here can have them."""

import re
from collections.abc import Callable
from html import unescape
from typing import Literal, NamedTuple

from storyhold.importers.sources.efiction.values.titles import title_of

Change = Literal["", "missing", "cleaned", "shortened", "taken"]

_LONGEST = 200
_BETWEEN_ADDRESSES = re.compile(r"[\s,;<>()\[\]]+")
_ADDRESS = re.compile(
    r"(?:mailto:)?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9])",
)


class Given(NamedTuple):
    """A pen name, and why it is not the old one to the letter."""

    name: str
    change: Change


class PenNames:
    """Gives every member a name of their own, in the order they come.

    `key` tells what two names share that readers would take for the same; `taken` are the keys
    that exist. Names longer or stranger than a new member may choose are kept.
    """

    def __init__(self, key: Callable[[str], str], taken: set[str]) -> None:
        self._key = key
        self._taken = taken

    def give(self, stored: str, *, number: int) -> Given:
        """Return the name of the member with this old number."""
        name = title_of(stored)
        change: Change = "" if name == stored else "cleaned"
        if not self._key(name):
            name, change = f"Member {number}", "missing"
        if len(name) > _LONGEST:
            name, change = name[:_LONGEST].rstrip(), "shortened"
        if self._is_taken(name):
            name, change = self._with_number(name), "taken"
        self._taken.add(self._key(name)[:_LONGEST])
        return Given(name, change)

    def _with_number(self, name: str) -> str:
        number = 2
        while self._is_taken(numbered := f"{name[: _LONGEST - 8]} ({number})"):
            number += 1
        return numbered

    def _is_taken(self, name: str) -> bool:
        return self._key(name)[:_LONGEST] in self._taken


def address_of(stored: str) -> str:
    """Return the first e-mail address in a value, or "" where none is one."""
    for piece in _BETWEEN_ADDRESSES.split(unescape(stored)):
        if (match := _ADDRESS.fullmatch(piece)) and ".." not in match[1]:
            return match[1]
    return ""
