"""Whoever sends what could be understood in two ways is refused, and nothing of it goes further."""

import pytest

from tests.edge.backend import Got

pytestmark = pytest.mark.once

SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n"


def head(*lines: bytes, line: bytes = b"POST /a HTTP/1.1", host: bytes = b"Host: a") -> bytes:
    return b"\r\n".join([line, *([host] if host else []), *lines, b"", b""])


CHUNKED = b"Transfer-Encoding: chunked"
REFUSED = {
    "two lengths": (400, head(b"Content-Length: 1", b"Content-Length: 1") + b"x"),
    "two lengths in one": (400, head(b"Content-Length: 1, 1") + b"x"),
    "length and chunks": (400, head(b"Content-Length: 5", CHUNKED) + b"0\r\n\r\n"),
    "chunks and length": (400, head(CHUNKED, b"Content-Length: 5") + b"0\r\n\r\n"),
    "length with a sign": (400, head(b"Content-Length: +1") + b"x"),
    "length below zero": (400, head(b"Content-Length: -1") + b"x"),
    "length in hex": (400, head(b"Content-Length: 0x1") + b"x"),
    "length with underscore": (400, head(b"Content-Length: 1_0") + b"x" * 10),
    "length of other digits": (400, head("Content-Length: ١".encode()) + b"x"),
    "no length at all": (400, head(b"Content-Length:") + b"x"),
    "absurd length": (413, head(b"Content-Length: 999999999999999999")),
    "absurder length": (400, head(b"Content-Length: " + b"9" * 40)),
    "another coding": (400, head(b"Transfer-Encoding: gzip, chunked") + b"0\r\n\r\n"),
    "coding twice": (400, head(CHUNKED, CHUNKED) + b"0\r\n\r\n"),
    "chunked twice": (400, head(b"Transfer-Encoding: chunked, chunked") + b"0\r\n\r\n"),
    "coding in quotes": (400, head(b'Transfer-Encoding: "chunked"') + b"0\r\n\r\n"),
    "coding with a tab inside": (400, head(b"Transfer-Encoding: \x0bchunked") + b"0\r\n\r\n"),
    "identity": (400, head(b"Transfer-Encoding: identity") + b"x"),
    "chunks in 1.0": (400, head(CHUNKED, line=b"POST /a HTTP/1.0") + b"0\r\n\r\n"),
    "space before the colon": (400, head(b"Content-Length : 1") + b"x"),
    "tab before the colon": (400, head(b"Transfer-Encoding\t: chunked") + b"0\r\n\r\n"),
    "folded line": (400, head(b"X: a", b" b", b"Content-Length: 0")),
    "folded first line": (400, b"GET /a HTTP/1.1\r\n Host: a\r\nHost: a\r\n\r\n"),
    "no colon": (400, head(b"nonsense")),
    "no name": (400, head(b": nameless")),
    "control character in a value": (400, head(b"X: a\x00b")),
    "CR in a value": (400, head(b"X: a\rY: b")),
    "LF alone": (400, b"GET /a HTTP/1.1\nHost: a\n\n"),
    "LF alone once": (400, b"GET /a HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"),
    "LF as the empty line": (400, b"GET /a HTTP/1.1\r\nHost: a\r\n\n" + SMUGGLED),
    "CR alone": (400, b"GET /a HTTP/1.1\rHost: a\r\r" + SMUGGLED),
    "no host": (400, head(host=b"")),
    "two hosts": (400, head(b"Host: b")),
    "host with a path": (400, head(host=b"Host: a/b")),
    "host with a user": (400, head(host=b"Host: u@a")),
    "empty host": (400, head(host=b"Host:")),
    "whole address": (400, head(line=b"GET http://a/ HTTP/1.1")),
    "asterisk": (400, head(line=b"OPTIONS * HTTP/1.1")),
    "tunnel": (501, head(line=b"CONNECT a:443 HTTP/1.1")),
    "unknown method": (501, head(line=b"BREW /a HTTP/1.1")),
    "trace": (501, head(line=b"TRACE /a HTTP/1.1")),
    "method in small letters": (400, head(line=b"get /a HTTP/1.1")),
    "two spaces": (400, head(line=b"GET  /a HTTP/1.1")),
    "space in the address": (400, head(line=b"GET /a b HTTP/1.1")),
    "bytes in the address": (400, head(line="GET /ä HTTP/1.1".encode())),
    "no version": (400, b"GET /a\r\n\r\n"),
    "old version": (400, head(line=b"GET /a HTTP/0.9")),
    "new version": (400, head(line=b"GET /a HTTP/2.0")),
    "preface of HTTP/2": (400, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "TLS": (400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
    "expectation": (417, head(b"Expect: a miracle", b"Content-Length: 1") + b"x"),
    "too many headers": (431, head(*(b"X-%d: y" % number for number in range(101)))),
    "too long a header": (431, head(b"X: " + b"y" * 40_000)),
    "too long an address": (431, head(line=b"GET /" + b"a" * 40_000 + b" HTTP/1.1")),
    "two types": (400, head(b"Content-Type: a/b", b"Content-Type: c/d", b"Content-Length: 0")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_the_connection_closed(edge, name):
    status, request = REFUSED[name]

    got = Got(edge.send(request, SMUGGLED))

    assert got.status == status
    assert got.fields["connection"] == "close"
    assert got.raw.count(b"HTTP/1.1 ") == 1
    assert edge.backend.asked == []


CHUNKS = {
    "extension": b"1;a=b\r\nx\r\n0\r\n\r\n",
    "no size": b"\r\nx\r\n0\r\n\r\n",
    "size with a sign": b"+1\r\nx\r\n0\r\n\r\n",
    "size with 0x": b"0x1\r\nx\r\n0\r\n\r\n",
    "space before the size": b" 1\r\nx\r\n0\r\n\r\n",
    "space behind the size": b"1 \r\nx\r\n0\r\n\r\n",
    "absurd size": b"FFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n",
    "LF behind the size": b"1\nx\r\n0\r\n\r\n",
    "CR behind the size": b"1\rx\r\n0\r\n\r\n",
    "longer than it says": b"1\r\nxy\r\n0\r\n\r\n",
    "LF behind the chunk": b"1\r\nx\n0\r\n\r\n",
    "trailer": b"1\r\nx\r\n0\r\nX: y\r\n\r\n",
    "LF at the end": b"1\r\nx\r\n0\r\n\n",
}


@pytest.mark.parametrize("name", CHUNKS)
def test_chunks_that_are_not_clear_are_refused(edge, name):
    got = Got(edge.send(head(CHUNKED), CHUNKS[name], SMUGGLED))

    assert got.status == 400
    assert got.raw.count(b"HTTP/1.1 ") == 1
    assert b"/smuggled" not in [asked.target for asked in edge.backend.asked]
    assert all(not asked.body for asked in edge.backend.asked), "half a body is no body"


def test_a_bad_request_behind_a_good_one_is_refused_after_it(edge):
    good = b"GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

    got = edge.send(good + good + b"GET /b HTTP/1.1\r\nHost : a\r\n\r\n" + good)

    assert got.count(b"HTTP/1.1 200 ") == 2
    assert got.count(b"HTTP/1.1 400 ") == 1
    assert [asked.target for asked in edge.backend.asked] == [b"/a", b"/a"]


def test_a_body_that_breaks_off_reaches_nobody(edge):
    edge.send(head(b"Content-Length: 10") + b"half")
    edge.send(head(CHUNKED) + b"5\r\nha")
    # Too long to be gathered before Django hears of it.
    edge.send(head(b"Content-Length: 400000") + b"x" * 300_000)

    assert edge.backend.asked == []
