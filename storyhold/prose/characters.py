"""Characters: which are white space, which are never kept, and Unicode NFC in linear time."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

HTML_SPACE = "\t\n\f\r "
WHITE_SPACE = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""Unicode's White_Space, which is not quite what `str.isspace` says."""

BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNCOUNTED = WHITE_SPACE + "\xad\u200b\ufeff"
UNSEEN = _UNCOUNTED + BIDI_CONTROLS
"""What a text may gain or lose without gaining or losing a visible letter."""

_UNSEEN = str.maketrans("", "", UNSEEN)
_NOT_COUNTED = str.maketrans("", "", _UNCOUNTED)
_NOT_SPLIT = re.compile("[\x1c-\x1f\xad\u200b\ufeff]")
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\r\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_ENDS = {"\x0b": "\n", "\x0c": "\n", "\r": "\n"}
_LONG_RUN = 30
# To `re`, a mark is neither a word nor white space. The exact classes take long to make, and
# few texts ever need them.
_MAYBE_LONG_RUN = re.compile(rf"[^\w\s\x00-\u02ff]{{{_LONG_RUN}}}|[\u0f73\u0f75\u0f81]")
_MAYBE_MARK = re.compile(
    r"[^\w\s\x00-\u02ff\u2000-\u20cf\u2100-\u3029\u3030-\u3098\uff00-\uffff\U0001f000-\U0001ffff]"
)


def cleaned(text: str) -> str:
    """Return `text` with only characters that XML 1.0 knows, and `\\n` at every line end.

    Control characters vanish; lone surrogates become U+FFFD.
    """
    if not _UNWANTED.search(text):
        return text
    return _UNWANTED.sub(_replacement, text.replace("\r\n", "\n"))


def _replacement(match: re.Match[str]) -> str:
    letter = match.group()
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return _LINE_ENDS.get(letter, "")


def is_blank(text: str) -> bool:
    """Tell whether `text` shows nothing: only white space and unseen format characters."""
    return not text.strip(UNSEEN)


def visible(text: str) -> str:
    """Return `text` without white space and unseen format characters."""
    return text.translate(_UNSEEN)


def counted(text: str) -> str:
    """Return `text` without what a fingerprint does not count."""
    # Most texts have no white space but what `split` takes for it, and that is much faster.
    return text.translate(_NOT_COUNTED) if _NOT_SPLIT.search(text) else "".join(text.split())


def nfc(text: str) -> str:
    """Return `text` in Unicode NFC.

    Python sorts a run of combining marks by insertion, which takes minutes for a chapter made
    of them, so long runs are put in canonical order first.
    """
    if text.isascii():
        return text
    if _MAYBE_LONG_RUN.search(text):
        text = _long_run_of_marks().sub(_in_canonical_order, text)
    return unicodedata.normalize("NFC", text)


def _in_canonical_order(match: re.Match[str]) -> str:
    marks = "".join(unicodedata.normalize("NFD", mark) for mark in match.group())
    return "".join(sorted(marks, key=unicodedata.combining))


@cache
def _long_run_of_marks() -> re.Pattern[str]:
    # The three named letters are no marks, but fall apart into some.
    marks = _class_of(lambda letter: unicodedata.combining(letter) != 0) + "\u0f73\u0f75\u0f81"
    return re.compile(f"[{marks}]{{{_LONG_RUN},}}")


def without_marks(text: str) -> str:
    """Return `text` without combining marks, which belong to the letter before them."""
    return _marks().sub("", text) if _MAYBE_MARK.search(text) else text


def is_mark(letter: str) -> bool:
    """Tell whether `letter` belongs to the one before it."""
    return unicodedata.category(letter)[0] == "M"


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{_class_of(is_mark)}]+")


def _class_of(belongs: Callable[[str], bool]) -> str:
    """Return the inside of a regular expression's class, as ranges."""
    planes = (range(0x300, 0x3400), range(0xA000, 0xABF0), range(0xFB00, 0x20000))
    ranges: list[list[int]] = []
    for plane in (*planes, range(0xE0100, 0xE01F0)):
        for code in plane:
            if not belongs(chr(code)):
                continue
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
