"""Sets of characters: how sites name them, and MySQL's own latin1."""

import codecs
import re

WINDOWS_1252 = "windows-1252"
"""What browsers and MySQL mean by ISO-8859-1, and what a site is taken for that says nothing."""

UTF_8 = "utf-8"

_SUPERSETS = {
    "ascii": WINDOWS_1252,
    "iso8859-1": WINDOWS_1252,
    "cp1252": WINDOWS_1252,
    "iso8859-9": "windows-1254",
    "cp1254": "windows-1254",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "iso8859-8": "windows-1255",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""What browsers read under these names, which is always more."""


def _letter(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


_LETTERS = "".join(_letter(code) for code in range(256))
_BYTES = codecs.charmap_build(_LETTERS)
_ANY_C1 = re.compile("[\x80-\x9f]")
_C1 = {code: _LETTERS[code] for code in range(0x80, 0xA0) if ord(_LETTERS[code]) != code}


def is_reading(name: str) -> bool:
    """Whether this names a set of characters that can be read, or “utf-8 twice” and the like."""
    if name in ("utf-8 twice", "utf-8 three times"):
        return True
    try:
        b"x".decode(name)
    except (LookupError, ValueError):
        return False
    return True


def browsers_charset(name: str) -> str | None:
    """Return the set that a browser reads for the one a page declares; None if it has no such."""
    try:
        known = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    return _SUPERSETS.get(known, known)


def decoded(raw: bytes, charset: str) -> str:
    """Return bytes as text; of windows-1252, the five undefined bytes stand for themselves.

    Raises `UnicodeDecodeError`.
    """
    if charset == WINDOWS_1252:
        return codecs.charmap_decode(raw, "strict", _LETTERS)[0]
    return str(raw, charset)


def with_c1_as_punctuation(text: str) -> str:
    """Return a text in which C1 controls are the windows-1252 punctuation they once were."""
    return text.translate(_C1) if _ANY_C1.search(text) else text


def cut_utf8(raw: bytes) -> tuple[str, int]:
    """Return UTF-8 as text, and 1 if its last letter was incomplete and had to be left out.

    One stray byte behind plain ASCII is a letter of another set, not the half of one: it raises
    `UnicodeDecodeError`, as every other damage does.
    """
    try:
        return raw.decode(), 0
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or raw[: error.start].isascii():
            raise
        return raw[: error.start].decode(), 1


def latin1_bytes(text: str) -> bytes:
    """Return the bytes that MySQL's latin1, or ISO-8859-1, read as this text.

    Raises `UnicodeEncodeError` when some letter is in neither.
    """
    return codecs.charmap_encode(with_c1_as_punctuation(text), "strict", _BYTES)[0]
