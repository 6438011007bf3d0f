"""PHP's serialized values, read as data: nothing is ever made or run."""

import re

PhpValue = None | bool | int | float | bytes | dict[int | bytes, "PhpValue"]

_DEEPEST = 20
_SCALAR = re.compile(rb"N;|([bid]):([^;]{1,40});|[rR]:\d+;")
_STRING = re.compile(rb"s:(\d{1,9}):\"")
_ARRAY = re.compile(rb"(?:a|O:\d{1,9}:\"[^\"]*\"):\d{1,9}:\{")
_END_OF_STRING = re.compile(rb"\";(?=[sibdaNOrR]:|N;|\}|\Z)")


class NotSerializedError(ValueError):
    """The bytes are no serialized value, or a damaged one."""


def unserialize(raw: bytes) -> PhpValue:
    """Return a value that PHP serialized. Strings stay bytes; arrays and objects are dicts.

    Lengths of strings may be wrong, as they are once a dump was re-encoded, and quotes may be
    escaped. Raises `NotSerializedError`.
    """
    raw = raw.strip()
    try:
        return _whole(raw)
    except NotSerializedError:
        if b'\\"' not in raw:
            raise
        return _whole(re.sub(rb"\\+(?=[\"'\\])", b"", raw))


def _whole(raw: bytes) -> PhpValue:
    value, end = _value(raw, 0, depth=0)
    if end != len(raw):
        raise NotSerializedError
    return value


def _value(raw: bytes, start: int, *, depth: int) -> tuple[PhpValue, int]:
    if scalar := _SCALAR.match(raw, start):
        return _scalar(scalar), scalar.end()
    if string := _STRING.match(raw, start):
        return _string(raw, string.end(), int(string[1]))
    if (array := _ARRAY.match(raw, start)) and depth < _DEEPEST:
        return _array(raw, array.end(), depth=depth + 1)
    raise NotSerializedError


def _scalar(match: re.Match[bytes]) -> PhpValue:
    kind, digits = match[1], match[2]
    try:
        if kind == b"d":
            return float(digits)
        number = int(digits) if kind else 0
    except ValueError as error:
        raise NotSerializedError from error
    return bool(number) if kind == b"b" else number if kind else None


def _string(raw: bytes, start: int, length: int) -> tuple[bytes, int]:
    end = start + length
    if _END_OF_STRING.match(raw, end):
        return raw[start:end], end + 2
    found = _END_OF_STRING.search(raw, start)
    if not found:
        raise NotSerializedError
    return raw[start : found.start()], found.end()


def _array(raw: bytes, position: int, *, depth: int) -> tuple[dict[int | bytes, PhpValue], int]:
    found: dict[int | bytes, PhpValue] = {}
    while raw[position : position + 1] != b"}":
        key, position = _value(raw, position, depth=_DEEPEST)
        found_value, position = _value(raw, position, depth=depth)
        if not isinstance(key, int | bytes):
            raise NotSerializedError
        found[key] = found_value
    return found, position + 1
