"""Bytes become letters: the encoding of a file from anybody's machine, of any year."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = "cp1252"
_BY_LANGUAGE = {
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl"), "cp1250"),
    **dict.fromkeys(("bg", "ru", "sr", "uk"), "cp1251"),
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    **dict.fromkeys(("he", "yi"), "cp1255"),
    "el": "cp1253",
    "ja": "cp932",
    "ko": "cp949",
    "th": "cp874",
    "tr": "cp1254",
    "vi": "cp1258",
    "zh-Hans": "gb18030",
    "zh-Hant": "big5hkscs",
}
"""What Windows used for a language before Unicode; browsers guess by much the same table."""

# Python knows encodings that are programs or none of a text; these are what HTML files say.
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,30})""", re.ASCII)
_HEAD = 2048  # bytes in which a file says it
_MAY_BE_DECLARED = re.compile(
    r"cp(125[0-8]|866|874|932|949)|koi8-[ru]|iso8859-\d+|mac-\w+|shift_jis|euc_(jp|kr)|"
    r"gb(2312|k|18030)|big5\w*"
)


class Decoded(NamedTuple):
    """The letters of a file, and by which encoding they were read."""

    text: str
    encoding: str

    @property
    def is_certain(self) -> bool:
        """Whether another encoding would hardly have worked."""
        return self.encoding.startswith("utf")


def decoded(content: bytes, *, language: str = "en") -> Decoded:
    """Return the letters of a file. What no encoding explains becomes U+FFFD.

    `language` is that of the text, as a BCP 47 tag: it tells what an old machine wrote.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, "replace"), encoding)
    for encoding in _worth_a_try(content, language):
        try:
            return Decoded(content.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return Decoded(content.decode(WESTERN, "replace"), WESTERN)


def _worth_a_try(content: bytes, language: str) -> Iterator[str]:
    yield "utf-8"
    yield from _declared(content)
    yield _BY_LANGUAGE.get(language, WESTERN)


def _declared(content: bytes) -> Iterator[str]:
    said = _DECLARED.search(content[:_HEAD])
    try:
        name = codecs.lookup(said[1].decode()).name if said else ""
    except LookupError:
        return
    if name == "iso8859-1":
        yield WESTERN  # as every browser reads it
    elif _MAY_BE_DECLARED.fullmatch(name):
        yield name
