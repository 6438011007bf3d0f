"""Bytes from tables and files as the text their author saw, decided value by value.

What is valid UTF-8 is UTF-8, whatever the dump says of itself; the rest is in the site's older
set. What was encoded twice is decoded twice. Nearly all values are ASCII or clean UTF-8, so
these are told apart first, by their bytes.
"""

import re
from collections.abc import Iterable, Mapping

from storyhold.importers.sources.efiction.values import mixed, twice
from storyhold.importers.sources.efiction.values.charsets import (
    UTF_8,
    WINDOWS_1252,
    browsers_charset,
    cut_utf8,
    with_c1_as_punctuation,
)
from storyhold.importers.sources.efiction.values.columns import fills_column
from storyhold.importers.sources.efiction.values.learning import learned_charset
from storyhold.importers.sources.efiction.values.macintosh import with_macintosh_punctuation
from storyhold.importers.sources.efiction.values.reading import (
    Reading,
    finished,
    has_controls,
    lost_letters,
)

# Each begins with a byte that `re` looks for as fast as memory is read.
_SIGNS_OF_DAMAGE = (
    re.compile(rb"\xc3[\x82-\xb4][\xc2\xc5\xc6\xcb\xe2]"),  # encoded twice
    re.compile(rb"\xc2[\x80-\x9f]"),  # C1 controls
    re.compile(rb"\xef(?:\xbb\xbf|\xbf\xbd)"),  # byte order marks, U+FFFD
    re.compile(rb"\xc3(?<=[a-z.,!?]\xc3)[\x89\x93\x95]"),  # Macintosh: É, Ó, Õ behind a word
    re.compile(rb"\xcc"),  # accents apart from their letters
    re.compile(rb"\xcd"),
)
_SHORT = 300  # bytes
_TIMES = ("utf-8", "utf-8 twice", "utf-8 three times")


class Encodings:
    """How one site's values are read: what its pages declared, what was learned, what was said.

    `overrides` are a person's word and name a set (or "utf-8 twice", "utf-8 three times") for a
    table ("reviews"), one value of it ("reviews:12") or all of a story ("story:3").
    """

    def __init__(self, *, declared: str = "", overrides: Mapping[str, str] | None = None) -> None:
        self.site = _older_set(declared) or WINDOWS_1252
        self.learned: dict[str, str] = {}
        self._overrides = overrides or {}

    def read(
        self, raw: bytes | None, *, table: str, column: str = "", number: int = 0, story: int = 0
    ) -> Reading:
        """Return what a value says. NULL is an empty text."""
        raw = raw or b""
        if self._overrides and (said := self._said(table, number, story)):
            return _read_as(raw, said)
        if raw.isascii():
            return _ascii(raw)
        try:
            text, halves = cut_utf8(raw)
        except UnicodeDecodeError as error:
            if _is_cut(raw, error, table, column):
                return _read_utf8(raw, raw[: error.start].decode(), halves=1)
            return self._read_older(raw, table)
        if len(raw) <= _SHORT and mixed.is_utf8_by_chance(raw):
            return self._read_older(raw, table)
        return _read_utf8(raw, text, halves=halves)

    def learn(self, table: str, texts: Iterable[bytes]) -> None:
        """Learn from a table's long texts how its short values are to be read.

        What the first such table teaches, with chapters before all others, also goes for tables
        that have no long texts. Stop giving texts whenever enough were seen.
        """
        if charset := learned_charset(texts):
            if not self.learned:
                self.site = charset
            self.learned[table] = charset

    def charset_of(self, table: str) -> str:
        """Return the set of a table's values that are not UTF-8."""
        return self.learned.get(table, self.site)

    def _said(self, table: str, number: int, story: int) -> str:
        words = self._overrides
        return (
            words.get(f"{table}:{number}") or words.get(f"story:{story}") or words.get(table) or ""
        )

    def _read_older(self, raw: bytes, table: str) -> Reading:
        charset = self.charset_of(table)
        try:
            text, letters = mixed.decoded_in_pieces(raw, charset)
        except UnicodeDecodeError:
            text, letters = mixed.decoded_in_pieces(raw, WINDOWS_1252)
            return finished(raw, text, WINDOWS_1252, is_doubtful=True, pieces=letters)
        text, bytes_decided = with_macintosh_punctuation(with_c1_as_punctuation(text))
        how = f"{charset} and utf-8" if letters else charset
        return finished(
            raw, text, how, is_doubtful=bool(letters), pieces=letters, macintosh=bytes_decided
        )


def _older_set(declared: str) -> str | None:
    charset = browsers_charset(declared)
    return None if charset == UTF_8 else charset


def _ascii(raw: bytes) -> Reading:
    if has_controls(raw):
        return finished(raw, raw.decode("ascii"), UTF_8)
    if b"?" in raw and (lost := lost_letters(raw)):
        return Reading(raw.decode("ascii"), UTF_8, counts=lost)
    return Reading(raw.decode("ascii"), UTF_8)


def _read_utf8(raw: bytes, text: str, *, halves: int = 0) -> Reading:
    """Return a value that is valid UTF-8, once it is seen whether it was so twice."""
    may_be_damaged = halves or any(sign.search(raw) for sign in _SIGNS_OF_DAMAGE)
    if not may_be_damaged and not has_controls(raw):
        return Reading(text, UTF_8, counts=lost_letters(raw))
    plain = with_c1_as_punctuation(text)
    once, levels, cut = twice.undone(plain)
    if levels:
        return finished(raw, once, _TIMES[levels], halves=halves + cut)
    once, pieces = twice.undone_in_pieces(plain)
    mended, bytes_decided = with_macintosh_punctuation(once)
    return finished(
        raw,
        mended,
        _how(pieces=pieces, had_c1=plain != text),
        is_doubtful=bool(pieces),
        pieces=pieces,
        macintosh=bytes_decided,
        halves=halves,
    )


def _how(*, pieces: int, had_c1: bool) -> str:
    if pieces:
        return "utf-8, partly twice"
    return "utf-8 of windows-1252" if had_c1 else UTF_8


def _is_cut(raw: bytes, error: UnicodeDecodeError, table: str, column: str) -> bool:
    """Tell whether only the last letter is incomplete, because its column was full."""
    return error.reason == "unexpected end of data" and fills_column(
        len(raw), table=table, column=column
    )


def _read_as(raw: bytes, said: str) -> Reading:
    """Return a value read as a person said; where it cannot be, as near as possible."""
    charset, _, times = said.partition(" ")
    text = raw.decode(charset, errors="replace")
    if times:
        text, _, _ = twice.undone(text)
    return finished(raw, text, said)
