"""Whatever is sent: what reaches Django is what a reference understands, or nothing.

Streams of requests, half of them slightly wrong, go through a real edge in random pieces. h11
reads the same bytes; the backend behind the edge, h11 too, must have been asked the same requests
from the beginning on. The edge may stop earlier than h11, but must never find another request,
another body, or another end.
"""

from itertools import pairwise
from random import Random

import h11
import pytest

from tests.edge.backend import Asked, RunningEdge

pytestmark = pytest.mark.once

LINES = [
    b"GET /%d HTTP/1.1", b"POST /%d HTTP/1.1", b"POST /%d HTTP/1.1", b"POST /%d HTTP/1.0",
    b"PUT /%d?a=b HTTP/1.1", b"HEAD /%d HTTP/1.1", b"POST  /%d HTTP/1.1", b"post /%d HTTP/1.1",
    b"POST http://a/%d HTTP/1.1", b"\r\nPOST /%d HTTP/1.1", b"POST /%d HTTP/1.1 ",
]  # fmt: skip
ENDS = [b"\r\n"] * 150 + [b"\n", b"\r", b"\r\r\n", b" \r\n", b"\r\n "]
FIELDS = [
    b"Host: a", b"Host: a", b"Host: a", b"Host : a", b"host:a", b"X: y", b"X: y\x00", b" X: y",
    b"Connection: close", b"Connection: keep-alive", b"Connection: content-length",
    b"Cookie: a=b", b"Expect: 100-continue", b"Content_Length: 3", b"Upgrade: h2c",
]  # fmt: skip
LENGTHS = [
    b"Content-Length: %d", b"Content-Length: %d", b"Content-Length:%d ", b"content-length: 0%d",
    b"Content-Length: +%d", b"Content-Length : %d", b"Content-Length: %d, %d",
    b"Content-Length: %d\r\nContent-Length: %d", b"Content-Length: %d\r\nContent-Length: 1%d",
    b"Content-Length: %d\r\nTransfer-Encoding: chunked", b"X: a\r\n Content-Length: %d",
    b"Content-Length: 1%d",
]  # fmt: skip
CODINGS = [
    b"Transfer-Encoding: chunked", b"Transfer-Encoding: chunked", b"transfer-encoding:CHUNKED",
    b"Transfer-Encoding : chunked", b"Transfer-Encoding: xchunked",
    b"Transfer-Encoding: chunked, identity", b"Transfer-Encoding: identity, chunked",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
    b"Transfer-Encoding:\x0bchunked", b"X: y\nTransfer-Encoding: chunked",
]  # fmt: skip
CHUNKS = [
    b"%x\r\n%s\r\n", b"%x\r\n%s\r\n", b"%x\r\n%s\r\n", b"0%X\r\n%s\r\n", b"%x;a=b\r\n%s\r\n",
    b"%x\n%s\r\n", b"%x\r\n%s", b"%x \r\n%s\r\n", b"1%x\r\n%s\r\n", b"0x%x\r\n%s\r\n",
    b"%x\r\n%s\n",
]  # fmt: skip
BODIES = [b"", b"a=b", b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n", b"0\r\n\r\n", b"\r\n" * 3]


def stream(chance: Random) -> bytes:
    """One to three requests in a row; most parts of them are as they should be."""
    return b"".join(request(chance, number) for number in range(chance.randint(1, 3)))


def request(chance: Random, number: int) -> bytes:
    body = chance.choice(BODIES)
    framing, sent = framed(chance, body)
    fields = [b"Host: a", *chance.sample(FIELDS, chance.choice([0, 0, 1, 2])), *framing]
    if chance.random() < 0.3:
        chance.shuffle(fields)
    lines = [chance.choice(LINES[:6] * 3 + LINES) % number, *fields, b""]
    return b"".join(line + chance.choice(ENDS) for line in lines) + sent


def framed(chance: Random, body: bytes) -> tuple[list[bytes], bytes]:
    """The headers that say where the body ends, and the body as it is sent."""
    kind = chance.random()
    if kind < 0.2:
        return [], b""
    if kind < 0.6:
        line = chance.choice(LENGTHS[:2] * 4 + LENGTHS)
        return [line % ((len(body),) * line.count(b"%d"))], body
    pieces = [body[at : at + 7] for at in range(0, len(body), 7)]
    chunk = chance.choice(CHUNKS[:3] * 3 + CHUNKS)
    last = chance.choice([b"0\r\n\r\n"] * 8 + [b"0\r\nX: y\r\n\r\n", b"0\n\n", b"00\r\n\r\n", b""])
    sent = b"".join(chunk % (len(piece), piece) for piece in pieces) + last
    return [chance.choice(CODINGS[:2] * 4 + CODINGS)], sent


def understood(raw: bytes) -> list[Asked]:
    """The whole requests that h11 finds in a stream."""
    state = h11.Connection(h11.SERVER)
    state.receive_data(raw)
    state.receive_data(b"")
    found: list[Asked] = []
    try:
        while isinstance(event := state.next_event(), h11.Request):
            asked = Asked(event.method, event.target, list(event.headers))
            while isinstance(event := state.next_event(), h11.Data):
                asked.body += bytes(event.data)
            if isinstance(event, h11.EndOfMessage):
                found.append(asked)
                state.send(h11.Response(status_code=200, headers=[("content-length", "0")]))
                state.send(h11.EndOfMessage())
                state.start_next_cycle()
    except (h11.RemoteProtocolError, h11.LocalProtocolError):
        pass
    return found


def pieces(chance: Random, raw: bytes) -> list[bytes]:
    inner = [chance.randrange(len(raw)) for _ in range(chance.choice([0, 0, 3]))]
    return [raw[a:b] for a, b in pairwise(sorted({0, len(raw), *inner}))]


def asked_of_django(edge: RunningEdge, sent: list[bytes]) -> list[tuple[bytes, bytes, bytes]]:
    edge.backend.asked.clear()
    edge.send(*sent)
    return [(asked.method, asked.target, asked.body) for asked in edge.backend.asked]


@pytest.mark.parametrize("seed", range(5))
def test_the_backend_is_asked_what_h11_understands(edge, seed):
    chance = Random(seed)  # noqa: S311 - to be repeated
    reached = 0
    for _stream in range(300):
        raw = stream(chance)
        expected = [(asked.method, asked.target, asked.body) for asked in understood(raw)]

        found = asked_of_django(edge, pieces(chance, raw))

        assert found == expected[: len(found)], raw
        assert edge.backend.broken == [], raw
        reached += len(found)
    assert reached > 100, "too few of the streams were good enough to test anything"
