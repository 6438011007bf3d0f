"""Decisions about profiles, on plain values."""

import re
from urllib.parse import quote

MOST_FIELDS = 50
LONGEST_ANSWER = 300
LONGEST_LABEL = 60
MOST_OPTIONS = 50
PLACE = "{name}"  # in the pattern of a handle's address
YES = "yes"
_HANDLE = re.compile(r"[\w.@~+-]{1,100}")


def is_handle(text: str) -> bool:
    """Whether this may be somebody's name at another site."""
    return _HANDLE.fullmatch(text) is not None


def is_pattern(text: str) -> bool:
    """Whether handles can be put into this address: not into the host of somebody else's."""
    site, _slashes, rest = text.partition("://")
    host, _slash, path = rest.partition("/")
    is_link = site in ("http", "https") and bool(host) and not re.search(r"[\s\"'<>]", text)
    return is_link and text.count(PLACE) == 1 and (PLACE in path or host.startswith(f"{PLACE}."))


def address_of(handle: str, pattern: str) -> str:
    """Return the address of a handle."""
    return pattern.replace(PLACE, quote(handle, safe=""))
