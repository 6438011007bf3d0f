"""Words an archive does not want: found however they are spaced out, and starred out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from storyhold.prose.characters import nfc

_LETTERS = r"[^\W_]"
_BETWEEN = r"[\W_]{1,3}?"  # what stands between the letters of a word that is spaced out
_PIECE = re.compile(r"""<(/?)(\w+)(?:"[^"]*"|[^">])*>|&\w+;|&#\w+;|.""", re.DOTALL)
_BLOCKS = frozenset(["p", "li", "ul", "ol", "blockquote", "br", "hr", "div", "img"])


def forbidden_word(text: str, words: str) -> str:
    """Return what in a plain text is one of the `words`, as it is spelled there; else nothing.

    The words are divided by commas or lines. `*` before or after a word stands for more letters.
    """
    pattern = _pattern(words)
    found = pattern.search(nfc(text)) if pattern else None
    return found.group() if found else ""


def starred(html: str, words: str) -> str:
    """Return canonical HTML with a star for each letter of a forbidden word; tags stay."""
    pattern = _pattern(words)
    if not pattern:
        return html
    pieces = list(_PIECE.finditer(html))
    written = [piece.group() for piece in pieces]
    shown = [(place, _shown(piece)) for place, piece in enumerate(pieces)]
    letters = [(place, letter) for place, letter in shown if letter]
    for found in pattern.finditer("".join(letter for _place, letter in letters)):
        for place, letter in letters[found.start() : found.end()]:
            if letter.isalnum():
                written[place] = "*"
    return "".join(written)


def _shown(piece: re.Match[str]) -> str:
    """Return the one letter a reader sees of a piece; for a tag inside a line, none."""
    written, tag = piece.group(), piece.group(2)
    if tag:
        return "\n" if tag in _BLOCKS else ""
    return written if len(written) == 1 else "&"


@lru_cache(maxsize=4)
def _pattern(words: str) -> re.Pattern[str] | None:
    patterns = [_word(word) for word in _divided(words)]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _divided(words: str) -> Iterator[str]:
    for word in re.split(r"[,\n]", nfc(words)):
        if word.strip().strip("*").strip():
            yield word.strip()


def _word(word: str) -> str:
    """Return the pattern of a word, written in one or with something between all its letters."""
    bare = word.strip("*").strip()
    before = f"{_LETTERS}*" if word.startswith("*") else ""
    after = f"{_LETTERS}*" if word.endswith("*") else ""
    letters = [re.escape(letter) for letter in bare]
    spaced = "|" + _BETWEEN.join(letters) if len(letters) > 2 else ""
    return f"(?<!{_LETTERS}){before}(?:{''.join(letters)}{spaced}){after}(?!{_LETTERS})"
