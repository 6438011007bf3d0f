"""Texts as words to find: small letters, no accents, no signs. No Django."""

import re
from collections.abc import Iterator
from functools import lru_cache

from storyhold.common.alphabet import folded
from storyhold.prose.characters import without_marks
from storyhold.prose.words import ONE_EACH

# What English texts have beside ASCII; gone, most of them are ASCII, and that is soon known.
_FREQUENT_SIGNS = "’‘“”—–…\xa0"
_ASCII_SIGNS = r"\x00-/:-@\[-`{-\x7f"
# With these, a word may go on. Not for ever: a whole text may be one row of letters or marks.
LONGEST_BEGINNING = 50
_FROM_OTHER_THAN_ASCII = re.compile(rf"[^\x00-\x7f][^{_ASCII_SIGNS}]{{0,200}}")
_UNSEEN = re.compile("[\xad\u200b-\u200d\u2060\u0640]")  # inside words; the last is Arabic's
_WORD = re.compile(r"[^\W_]+")
_LETTER_OR_WORD = re.compile(rf"[{ONE_EACH}]|[^\W_{ONE_EACH}]+")
_PIECE = re.compile(
    rf"[{ONE_EACH}]|[^\s{_ASCII_SIGNS}\x80-\xac\xae-\xbf\u2010-\u205e\u3000-\u3004\u3008-\u303f{ONE_EACH}]+"
)
# Written with and without the dots, and meant to be the same.
_SAME = str.maketrans({"ё": "е", "ʼ": " ", "ʻ": " "})


def for_index(text: str) -> str:
    """Return a text of which an index takes each run of ASCII or other letters as a word.

    What is left to do are capitals of ASCII. Scripts that put no spaces between words (Han, kana,
    Thai) get one after each letter.
    """
    for sign in _FREQUENT_SIGNS:
        text = text.replace(sign, " ")
    return text if text.isascii() else "".join(_in_pieces(text))


def _in_pieces(text: str) -> Iterator[str]:
    """Yield words with other letters than ASCII's made plain, and all between them as it is."""
    at = 0
    for other in _FROM_OTHER_THAN_ASCII.finditer(text):
        start = max(at, _begin_of_word(text, other.start()))
        yield text[at:start]
        yield _as_words(text[start : other.end()])
        at = other.end()
    yield text[at:]


def _begin_of_word(text: str, near: int) -> int:
    first = max(0, near - LONGEST_BEGINNING)
    while near > first and text[near - 1].isalnum():
        near -= 1
    return near


def words_of(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return _WORD.findall(for_index(text).lower())


def places_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words as the index has them, each with where it begins and ends in the text."""
    for piece in _PIECE.finditer(text):
        for word in words_of(piece[0]):
            yield word, piece.start(), piece.end()


@lru_cache(maxsize=20_000)
def _as_words(letters: str) -> str:
    plain = folded(_UNSEEN.sub("", letters)).translate(_SAME)
    return " ".join(["", *_LETTER_OR_WORD.findall(without_marks(plain)), ""])
