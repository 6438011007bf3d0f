"""Paragraph numbers in canonical HTML."""

import re

_NUMBER = re.compile(r'(<[a-z][a-z0-9]* id=")(p[0-9]+")')
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def with_prefix(html: str, prefix: str) -> str:
    """Return canonical `html` with `id="p3"` as `id="{prefix}p3"`, for pages with many chapters.

    Text is safe: it holds no bare `<`. Raises `ValueError` for a prefix that is not a name.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"“{prefix}” cannot begin the name of a paragraph.")
    return _NUMBER.sub(rf"\g<1>{prefix}\g<2>", html)


def count_paragraphs(html: str) -> int:
    """Return how many numbered paragraphs canonical `html` has."""
    return len(_NUMBER.findall(html))
