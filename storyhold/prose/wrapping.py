"""Text that a mail program broke into lines of equal width, made whole again."""

import re
from collections.abc import Iterable
from itertools import pairwise

_NARROWEST, _WIDEST = 55, 85
_FEWEST_LINES = 4
_RAGGED = 8
_FIRST_WORD = re.compile(r"\S*")
_HYPHEN = re.compile(r"[^\W\d_]-\Z")


def wrapping_width(lines: list[str], paragraphs: Iterable[list[str]]) -> int:
    """Return the width at which a text was wrapped, or 0 when its lines are the author's own.

    `paragraphs` are the same lines, as they would be put together if it was.

    Wrapped lines are as long as they can be: the next word would not have fitted. Lines of
    verse, or of a letter, end where they like.
    """
    fitting = [line for line in lines if len(line) <= _WIDEST]
    if not fitting or len(lines) - len(fitting) > len(lines) // 20:
        return 0
    width = max(len(line) for line in fitting)
    if width < _NARROWEST:
        return 0
    wrapped = sum(len(paragraph) - 1 for paragraph in paragraphs if is_wrapped(paragraph, width))
    return width if wrapped >= _FEWEST_LINES else 0


def is_wrapped(lines: list[str], width: int) -> bool:
    """Tell whether every line of a paragraph but the last is as full as `width` allows."""
    if len(lines) < 2:
        return False
    full = sum(_is_full(line, following, width) for line, following in pairwise(lines))
    inner = len(lines) - 1
    return full == inner or (inner >= 6 and full >= inner * 0.85)


def _is_full(line: str, following: str, width: int) -> bool:
    word = _FIRST_WORD.match(following.lstrip())
    return len(line) + 1 + len(word.group() if word else "") > width - _RAGGED


def unwrapped(lines: list[str]) -> str:
    """Return the lines as one; a hyphen at a line's end stays and joins."""
    parts: list[str] = []
    for line in lines:
        if parts and not _HYPHEN.search(parts[-1]):
            parts.append(" ")
        parts.append(line.strip())
    return "".join(parts)
