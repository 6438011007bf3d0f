"""Numbers and flags, which a dump writes as text and a column may leave empty."""

import re

_NUMBER = re.compile(rb"\s*([-+]?[0-9]{1,18})(?![0-9])")


def number(raw: bytes | None, *, otherwise: int = 0) -> int:
    """Return the whole number that a value begins with, as the old program read it.

    `otherwise` where there is none, or where it is too large for any column.
    """
    match = _NUMBER.match(raw or b"")
    return int(match[1]) if match else otherwise


def is_on(raw: bytes | None) -> bool:
    """Tell whether a flag is set. NULL and nothing mean that it is not."""
    return number(raw) != 0
