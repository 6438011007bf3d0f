"""Paragraph numbers in canonical HTML."""

import re
from collections.abc import Callable

_NUMBER = re.compile(r'(<[a-z][a-z0-9]* id=")(p[0-9]+")')
_TAG = re.compile(r'<[a-z][a-z0-9]* id="p([0-9]+)"[^>]*>')
_EDGE = re.compile(r"<(/?)(?:blockquote|ul|ol|table|details|pre)(?: [^>]*)?>|\n")
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


def with_marks(html: str, mark: Callable[[int], str]) -> str:
    """Return canonical `html` with `mark(number)`, inline HTML, at the head of each paragraph."""
    return _TAG.sub(lambda tag: tag[0] + mark(int(tag[1])), html)


def numbers_in(html: str) -> list[int]:
    """Return the numbers of the paragraphs in a piece of canonical HTML."""
    return [int(tag[1]) for tag in _TAG.finditer(html)]


def outermost_blocks(html: str) -> list[str]:
    """Divide canonical `html` into the blocks that stand in no other."""
    blocks, begin, depth = [], 0, 0
    for edge in _EDGE.finditer(html):
        if edge[0] != "\n":
            depth += -1 if edge[1] else 1
        elif depth == 0:
            blocks.append(html[begin : edge.start()])
            begin = edge.end()
    return [block for block in (*blocks, html[begin:]) if block.strip()]
