"""Rows of symbols that authors set between two scenes."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from storyhold.prose.characters import BIDI_CONTROLS, WHITE_SPACE, nfc, visible
from storyhold.prose.limits import MAX_SYMBOLS

_STRONG = frozenset("*#~-_=+^•·∙†‡§¶※⁂⁎⁑⁕‒–—―−¤°|¦@%&")
_WEAK = frozenset(".:/\\<>()[]{}'`,")
_DIVIDING = frozenset(".:/\\<>[]{}")
_ALONE = frozenset("*#~-–—―•·§⁂.⁎⁑※†‡")
_LETTERS = re.compile(r"[oO0]+|[xX]+")
_OTHER_LETTER = re.compile(r"[^\W\d_oOxX]")
_LONGEST = 1000
_NOT_LETTERS = re.compile(r"[^oO0xX]+")
_FACE = re.compile(
    r"(?:[^\W\d]|[^\w\s])[_.](?:[^\W\d]|[^\w\s])|[<>][-.~]*[<>]|[;:=]-?[()\[\]{}<>|/\\*@#&]+"
    r"|[*_]+(?:\.{3,4}|…+)[*_]+"
)
_SPACES = re.compile(f"[{WHITE_SPACE}]+")
_FORMAT = str.maketrans("", "", "\xad\u200b\ufeff" + BIDI_CONTROLS)


def symbols_in(text: str) -> str:
    """Return the row of symbols that `text` is, on one line, or "" when it is a text.

    >>> symbols_in(" *  *  * ")
    '* * *'
    >>> symbols_in("5 * 3")
    ''
    """
    if _OTHER_LETTER.search(text) or len(text) > _LONGEST:
        return ""
    return _row_in(text)


# An author draws the same row between all scenes, and we ask about each more than once.
@lru_cache(maxsize=500)
def _row_in(text: str) -> str:
    line = nfc(_SPACES.sub(" ", text.translate(_FORMAT)).strip())
    row = line.replace(" ", "")
    if not row or len(row) > MAX_SYMBOLS or not is_row(row, spaced=row != line):
        return ""
    return line


def cannot_be_symbols(text: str) -> bool:
    """Tell at a glance, as one can of most texts, that `text` is no row of symbols."""
    return _OTHER_LETTER.search(text) is not None


def divides_lines(symbols: str) -> bool:
    """Tell whether a row is plain enough to divide the lines of one paragraph."""
    row = visible(symbols)
    return len(row) >= 3 or row in {"*", "#", "~", "⁂", "§", "❖", "◇", "**", "~~", "--"}


def is_row(row: str, *, spaced: bool) -> bool:
    """Tell whether `row`, a text without white space, is a row of symbols."""
    if len(row) == 1:
        return row in _ALONE or _is_ornament(row)
    if set(row) == {"."}:
        # “...” alone is somebody saying nothing; “. . .” is a gap.
        return spaced and len(row) >= 3
    if _FACE.fullmatch(row):
        return False
    letters = _NOT_LETTERS.sub("", row)
    if not letters:
        return _is_all_symbols(row)
    symbols = _LETTERS.sub("", row)
    return _is_ornamental(letters) and _carries(symbols, row, letters)


def _is_all_symbols(row: str) -> bool:
    kinds = set(row)
    strong = sum(letter in _STRONG or _is_ornament(letter) for letter in row)
    if strong < len(row) and not all(
        letter in _STRONG or letter in _WEAK or _is_ornament(letter) or _is_emoji(letter)
        for letter in kinds
    ):
        return False
    if strong >= 2 or strong == len(row):
        return True
    return len(row) >= 3 and kinds <= _DIVIDING and not kinds <= set("[.]")


def _is_ornamental(letters: str) -> bool:
    """Tell apart `oOo`, `xXxXx`, `OOO` from `Ooo`, `XOXO` and `000`."""
    if not _LETTERS.fullmatch(letters) or set(letters) == {"0"}:
        return False
    alternates = len(letters) > 3 and all(a != b for a, b in pairwise(letters))
    return alternates or letters == letters[::-1]


def _carries(symbols: str, row: str, letters: str) -> bool:
    if not symbols:
        return len(row) >= 3
    if not all(letter in _STRONG or letter in ".:<>" or _is_ornament(letter) for letter in symbols):
        return False
    strong = sum(letter in _STRONG or _is_ornament(letter) for letter in symbols)
    framed = row[0] not in letters and row[-1] not in letters
    return strong >= 2 and (framed or len(letters) >= 3)


def _is_ornament(letter: str) -> bool:
    if letter.isascii() or _is_emoji(letter):
        return False
    return unicodedata.category(letter) in ("So", "Sm", "Sk", "Pd")


def _is_emoji(letter: str) -> bool:
    return letter >= "\U0001f000" or letter in "\ufe0e\ufe0f"
