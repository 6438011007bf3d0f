"""Asterisks and underscores in plain text, and which of them belong together.

The basis is CommonMark's: a run of delimiters opens before a letter and closes after one.
Three things are different, because authors of fiction are not programmers. An asterisk within
a word (`f**k`, `5*3`) is a letter unless nothing else fits. Of several runs that could open,
one of the same length is meant. And what is put between delimiters must hold a letter.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_RUNS = re.compile(r"[*_]+")
_RUN = re.compile(r"\*+|_+")
_OPAQUE = re.compile(
    r"(?:https?://|www\.)[^\s*]+|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++"
    r"|(?<!\S)(?:[^\s\w]|\w)_+(?:[^\s\w]|\w)(?=[\s.,!?]|\Z)|(?<!\S)\*[.~^-]+\*(?=[\s.,!?]|\Z)|(?<![-=+^])([-=+^])\*+\1(?![-=+^])"
)
_DRAWN = re.compile(r"[*~]{3,}+")
_LETTER = re.compile(r"[^\W_]")
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]"
)
_LONGEST = 3
_MOST_TOGETHER = 12
_LONGEST_WORD = 60


@dataclass(slots=True, eq=False)
class Delimiter:
    """A run of one to three equal delimiters; `start` and `end` shrink as it is used up."""

    letter: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int
    """How many are left."""

    inside_word: "Delimiter | None" = None


Pair = tuple[int, int, int]
"""Text from the first number to the second is emphasized; as many delimiters as the third says
stand on either side."""


def pairs_in(text: str) -> list[Pair]:
    """Return the emphasis in a paragraph, in time linear in its length."""
    return _Matching(text).pairs()


class _Matching:
    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs: list[Pair] = []
        self._openers: list[Delimiter] = []
        # How many openers wait, by their letter and length.
        self._counts = {"*": [0] * (_LONGEST + 1), "_": [0] * (_LONGEST + 1)}
        self._lettered_at = -1

    def pairs(self) -> list[Pair]:
        position = 0
        in_word: Delimiter | None = None
        for run in self._runs():
            if self._holds_letter(position, run.start):
                self._lettered_at = position
            position = run.end
            if run.opens or run.closes:
                in_word = None
                while run.closes and run.length and self._close(run):
                    pass
                if run.opens and run.length:
                    self._push(run)
            else:
                in_word = self._inside_word(run, in_word)
        for opener in self._openers:
            if opener.inside_word and opener.length:
                self._pair(opener, opener.inside_word)
        return self._pairs

    def _holds_letter(self, start: int, end: int) -> bool:
        # Nearly always the last character is one, and a search can be spared.
        return start < end and (
            self._text[end - 1].isalpha() or _LETTER.search(self._text, start, end) is not None
        )

    def _runs(self) -> Iterator[Delimiter]:
        text = self._text
        opaque = [match.span() for match in _OPAQUE.finditer(text)]
        if "~*" in text:
            opaque = sorted(opaque + list(_drawings(text)))
        opaque.reverse()
        for start, end in _spans(text):
            while opaque and opaque[-1][1] <= start:
                opaque.pop()
            if end - start > _LONGEST or (opaque and opaque[-1][0] <= start):
                continue
            before, after = text[start - 1 : start], text[end : end + 1]
            if before == "\\":
                continue
            opens, closes = _flanks(text, start, end, before, after)
            if opens or closes or (text[start] == "*" and before.isalnum() and after.isalnum()):
                yield Delimiter(text[start], start, end, opens, closes, end - start)

    def _close(self, run: Delimiter) -> bool:
        """Pair some of `run` with the opener that is meant; tell whether there was one."""
        counts = self._counts[run.letter]
        has_equal = counts[run.length]
        if not has_equal and not any(counts):
            return False
        opener = self._pop()
        while opener.letter != run.letter or (has_equal and opener.length != run.length):
            opener = self._pop()
        if self._lettered_at < opener.end:
            return False
        self._pair(opener, run)
        if opener.length:
            self._push(opener)
        return True

    def _pair(self, opener: Delimiter, closer: Delimiter) -> None:
        length = min(opener.length, closer.length, 2)
        self._pairs.append((opener.end, closer.start, length))
        opener.end -= length
        opener.length -= length
        closer.start += length
        closer.length -= length

    def _push(self, opener: Delimiter) -> None:
        self._openers.append(opener)
        self._counts[opener.letter][opener.length] += 1

    def _pop(self) -> Delimiter:
        opener = self._openers.pop()
        self._counts[opener.letter][opener.length] -= 1
        return opener

    def _inside_word(self, run: Delimiter, before: Delimiter | None) -> Delimiter | None:
        """Note what an asterisk within a word could close if nothing better comes."""
        if before and before.length == run.length:
            between = self._text[before.end : min(run.start, before.end + _LONGEST_WORD)]
            if len(between) > 2 and between.isalpha() and before.end + len(between) == run.start:
                self._pair(before, run)
                return None
        opener = self._openers[-1] if self._openers else None
        if opener and opener.letter == run.letter and opener.length == run.length:
            between = self._text[opener.end : min(run.start, opener.end + _LONGEST_WORD)]
            near = opener.end + len(between) == run.start and len(between.split()) == 1
            if near and opener.inside_word is None:
                opener.inside_word = run
                return None
        return run


def _drawings(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ornaments such as `*~*` or `~*~*~` are, on either side of a title perhaps."""
    for drawn in _DRAWN.finditer(text):
        if re.search(r"~\*+~|\*~+\*", drawn.group()):
            yield drawn.span()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs are; among more of them than anybody types, none is a delimiter."""
    for together in _RUNS.finditer(text):
        start, end = together.span()
        if end - start == 1:
            yield start, end
        elif end - start <= _MOST_TOGETHER:
            yield from (match.span() for match in _RUN.finditer(text, start, end))


def _flanks(text: str, start: int, end: int, before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a run of delimiters can open, and whether it can close."""
    opens, closes = _sides(before, after)
    if not (opens and closes):
        return opens, closes
    if _begins_quotation(text, start - 1):
        return True, False
    if _ends_phrase(text, end) and unicodedata.category(before) != "Pd":
        return False, True
    return True, True


@lru_cache(maxsize=5000)
def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Tell what a run of delimiters between these two letters could do, if this was all."""
    opens = bool(after) and not after.isspace() and after not in ",;:)"
    closes = bool(before) and not before.isspace()
    return opens and _is_beside_word(before), closes and _is_beside_word(after)


def _is_beside_word(letter: str) -> bool:
    """Tell whether a delimiter next to `letter`, or to nothing, is at the edge of a word."""
    if not letter or letter.isspace() or _is_mark(letter):
        return True
    return _SPACELESS.match(letter) is not None


def _is_mark(letter: str) -> bool:
    return letter == "_" or unicodedata.category(letter)[0] in "PS"


def _begins_quotation(text: str, index: int) -> bool:
    letter = text[index]
    if letter in "\"'":
        earlier = text[index - 1] if index else ""
        return not earlier or earlier.isspace() or unicodedata.category(earlier) == "Pd"
    return letter in "¿¡" or unicodedata.category(letter) in ("Ps", "Pi")


def _ends_phrase(text: str, index: int) -> bool:
    letter = text[index]
    if letter in "\"'":
        following = text[index + 1 : index + 2]
        return not following or not following.isalnum()
    return letter in ".,;:!?…、。！？" or unicodedata.category(letter) in ("Pe", "Pf")
