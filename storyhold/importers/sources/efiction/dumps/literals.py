"""What stands for a value in a dump, and the bytes it means."""

import re

SINGLE, DOUBLE, UNDERSCORE = b"'\"_"

# `++` and `*+` never give back what they took: a quoted text ends where it ends, at any length.
WITH_BACKSLASHES = (
    rb"'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'",
    rb'"[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+"',
)
WITHOUT_BACKSLASHES = (rb"'[^']*+(?:''[^']*+)*+'", rb'"[^"]*+(?:""[^"]*+)*+"')

_MEANS = {b"0": b"\0", b"b": b"\b", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"Z": b"\x1a"}
# Outside of LIKE the server keeps the backslash of these two.
_MEANS |= {sign: b"\\" + sign for sign in (b"%", b"_")}
_ESCAPES = {b"\\" + bytes([code]): bytes([code]) for code in range(256)}
_ESCAPES |= {b"\\" + sign: meaning for sign, meaning in _MEANS.items()}
_ESCAPES |= {b"''": b"'", b'""': b'"'}

_IN_SINGLE, _IN_DOUBLE = (re.compile(rb"\\.|" + pair, re.DOTALL) for pair in (b"''", b'""'))
_BACKSLASHES = re.compile(rb"\\.", re.DOTALL)
_WORDS: dict[bytes, bytes | None] = {
    b"NULL": None,
    b"DEFAULT": None,
    b"CURRENT_TIMESTAMP": None,
    b"TRUE": b"1",
    b"FALSE": b"0",
}


def value_of(token: bytes, *, has_backslashes: bool = True) -> bytes | None:
    """Return the bytes that a quoted text, a number or a word stands for; None for NULL."""
    first = token[0]
    if first == SINGLE:
        return _unquoted(token, b"''", _IN_SINGLE, has_backslashes)
    if first == DOUBLE:
        return _unquoted(token, b'""', _IN_DOUBLE, has_backslashes)
    if token.isdigit():
        return token
    if token[-1] == SINGLE:
        return _introduced(token, has_backslashes)
    return _bare(token)


def escaped_by_backslash(text: bytes) -> bytes:
    """Return what a text without quotes means, in which backslashes escape."""
    return _BACKSLASHES.sub(lambda found: _ESCAPES[found[0]], text) if b"\\" in text else text


def _unquoted(token: bytes, pair: bytes, signs: re.Pattern[bytes], has_backslashes: bool) -> bytes:
    body = token[1:-1]
    if not has_backslashes:
        return body.replace(pair, pair[:1])
    if b"\\" in body or pair in body:
        return signs.sub(lambda found: _ESCAPES[found[0]], body)
    return body


def _introduced(token: bytes, has_backslashes: bool) -> bytes | None:
    """Return the bytes of `_binary '…'`, `_utf8'…'`, `N'…'`, `x'…'` or `b'…'`."""
    introducer, _, _ = token.partition(b"'")
    value = value_of(token[len(introducer) :], has_backslashes=has_backslashes)
    kind = introducer.strip().lower()
    if value is None or kind not in (b"x", b"b"):
        return value
    return _from_hex(value) if kind == b"x" else b"%d" % int(value or b"0", 2)


def _bare(token: bytes) -> bytes | None:
    if token[:2] in (b"0x", b"0X"):
        return _from_hex(token[2:])
    return _WORDS.get(token.upper(), token)


def _from_hex(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode("ascii").rjust(len(digits) + len(digits) % 2, "0"))
