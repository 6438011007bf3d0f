"""What a request may look like. Whatever looks different is refused: nobody has to guess.

Every request that goes on to Django is written anew from what was understood here, so Django
cannot understand another.
"""

import re
from dataclasses import dataclass

from storyhold.edge import limits

TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]++"
# A line of a header never continues on the next, and its name ends right at the colon.
FIELD = TOKEN + rb":[\t\x20-\x7e\x80-\xff]*+\r\n"
HEAD = re.compile(
    rb"([A-Z]{1,16}) (/[!-~]*+|[!-~]++) HTTP/1\.([01])\r\n((?:" + FIELD + rb")*+)\r\n"
)
# A line that ends in less than CR LF, or a CR elsewhere.
LOOSE_LINE = re.compile(rb"(?<!\r)\n|\r(?!\n|\Z)")
HOST = re.compile(rb"(?:[A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
LENGTH = re.compile(rb"[0-9]{1,18}")

METHODS = frozenset((b"GET", b"HEAD", b"POST", b"PUT", b"PATCH", b"DELETE", b"OPTIONS"))
# Of these a second one would leave it open which is meant.
ONCE = frozenset(
    (b"authorization", b"content-length", b"content-type", b"expect", b"host",
     b"if-modified-since", b"if-none-match", b"range", b"transfer-encoding", b"user-agent")
)  # fmt: skip


class Refused(Exception):  # noqa: N818 - it is told to visitors
    """A request that is not answered: the status and a sentence for whoever reads it."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


@dataclass(slots=True)
class Request:
    """A request as it was understood. Names of headers are in lower case, each there once."""

    method: bytes
    target: bytes
    is_1_1: bool
    fields: dict[bytes, bytes]
    host: bytes
    # Of the body; -1 when it comes in chunks.
    length: int
    wants_close: bool

    @property
    def has_body(self) -> bool:
        """Whether something follows the head."""
        return self.length != 0


def request_in(head: bytes) -> Request:
    """Return the request with this head, which ends with an empty line. Raises `Refused`."""
    match = HEAD.fullmatch(head)
    if match is None:
        raise Refused(400, "This is not a request that we understand.")
    method, target, minor, lines = match.groups()
    _check_line(method, target)
    fields = _fields(lines)
    is_1_1 = minor == b"1"
    return Request(
        method,
        target,
        is_1_1,
        fields,
        _host(fields, is_1_1),
        _length(fields, is_1_1) if _announces_body(fields) else 0,
        not is_1_1 or b"close" in fields.get(b"connection", b"").lower(),
    )


def check_beginning(part: bytes) -> None:
    """Raise `Refused` when what has come of a head cannot become one."""
    if len(part) > limits.HEAD_BYTES:
        raise Refused(431, "The headers of this request are too long.")
    if LOOSE_LINE.search(part):
        raise Refused(400, "Lines of a request end with CR and LF.")


def _check_line(method: bytes, target: bytes) -> None:
    if method not in METHODS:
        raise Refused(501, "This archive does not know that method.")
    if not target.startswith(b"/"):
        raise Refused(400, "The address in a request begins with a slash; this is no proxy.")


def _fields(lines: bytes) -> dict[bytes, bytes]:
    fields: dict[bytes, bytes] = {}
    listed = lines.split(b"\r\n")
    # What is behind the last line is empty.
    del listed[-1]
    if len(listed) > limits.FIELDS:
        raise Refused(431, "This request has too many headers.")
    for line in listed:
        name, _colon, value = line.partition(b":")
        name, value = name.lower(), value.strip(b" \t")
        fields[name] = _joined(name, fields[name], value) if name in fields else value
    return fields


def _joined(name: bytes, first: bytes, second: bytes) -> bytes:
    if name in ONCE:
        raise Refused(400, f"This request has two headers {name.decode()}.")
    return first + (b"; " if name == b"cookie" else b", ") + second


def _host(fields: dict[bytes, bytes], is_1_1: bool) -> bytes:
    host = fields.get(b"host")
    if host is None and not is_1_1:
        return b"localhost"
    if host is None or not HOST.fullmatch(host):
        raise Refused(400, "This request does not say which archive it is for.")
    return host.lower()


def _announces_body(fields: dict[bytes, bytes]) -> bool:
    return b"content-length" in fields or b"transfer-encoding" in fields


def _length(fields: dict[bytes, bytes], is_1_1: bool) -> int:
    coding, length = fields.get(b"transfer-encoding"), fields.get(b"content-length")
    if coding is not None:
        if length is not None or not is_1_1 or coding.lower() != b"chunked":
            raise Refused(400, "This request does not say clearly where it ends.")
        return -1
    if length is None or not LENGTH.fullmatch(length):
        raise Refused(400, "The length of this request is not a number.")
    if int(length) > limits.BODY_BYTES:
        raise Refused(413, "This request is too long.")
    return int(length)
