"""Two encodings in one value: part of a text is UTF-8, part is in the site's older set."""

import re

from storyhold.importers.sources.efiction.values.charsets import WINDOWS_1252, decoded

_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]"
    rb"|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]"
    rb"|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}"
)
_COMMON_LEADS = b"\xc2\xc3\xe2\xef\xf0"
"""Of Latin letters, punctuation, marks and emoji. Others may be two letters of the older set."""

_SET_BEHIND = b"\x82\x84\x85\x8b\x91\x92\x93\x94\x96\x97\x9b\xa0\xab\xbb"
"""Quotes, dashes and the blank before them in windows-1252, which do follow a letter."""

_BY_CHANCE = re.compile(
    # Letters of phonetics, or one Chinese letter in a Latin word: É’, é…” and the like.
    rb"[A-Za-z](?:[\xc6\xc7\xc9\xcb][%(set)s]|\xc8(?!\x9b)[%(set)s]|\xca(?!\xbb)[%(set)s]"
    rb"|[\xe0-\xef][%(set)s]{2})" % {b"set": re.escape(_SET_BEHIND)}
)

_OF_SEVERAL_BYTES = {"cp932", "euc_jp", "cp949", "gb18030", "big5"}
"""Sets in which two letters look like any sequence."""

_FEW = 3
_ENOUGH = 0.1


def decoded_in_pieces(raw: bytes, charset: str) -> tuple[str, int]:
    """Return bytes as text, and the number of letters among them that were UTF-8.

    Raises `UnicodeDecodeError` where the rest is not of the older set either.
    """
    if raw.decode(errors="ignore").isascii():
        return decoded(raw, charset), 0
    is_utf8 = _believed(raw, charset)
    pieces, letters, start = [], 0, 0
    for match in _SEQUENCE.finditer(raw):
        if match[0][0] not in is_utf8:
            continue
        pieces += [decoded(raw[start : match.start()], charset), match[0].decode()]
        letters += 1
        start = match.end()
    return "".join([*pieces, decoded(raw[start:], charset)]), letters


def is_utf8_by_chance(raw: bytes) -> bool:
    """Tell whether a short value is valid UTF-8 only because quotes stand behind letters in it."""
    return len(_BY_CHANCE.findall(raw)) == len(_SEQUENCE.findall(raw))


def _believed(raw: bytes, charset: str) -> bytes:
    """Return the first bytes of those sequences that are UTF-8 rather than letters in a row."""
    found = _SEQUENCE.findall(raw)
    if charset in _OF_SEVERAL_BYTES or not any(map(_is_convincing, found)):
        return b""
    if charset == WINDOWS_1252 and len(found) < _FEW:
        return _COMMON_LEADS
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    if len(found) >= _FEW and sum(map(len, found)) >= high * _ENOUGH:
        return bytes(range(0xC2, 0xF5))
    return _COMMON_LEADS if charset == WINDOWS_1252 else b""


def _is_convincing(sequence: bytes) -> bool:
    return any(byte not in _SET_BEHIND for byte in sequence[1:])
