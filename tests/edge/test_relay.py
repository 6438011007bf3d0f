"""Everything that is not kept goes to Django and back, whole, and with the visitor's address."""

import socket
import threading

import pytest

from storyhold.edge import limits
from tests.edge.backend import Got, Said, all_of

pytestmark = pytest.mark.once

LONG = bytes(range(256)) * 8192  # two megabytes


def test_a_request_is_written_anew(edge):
    edge.send(
        b"GET /a?b=%20c HTTP/1.1\r\nHOST: A.Example.ORG:8000\r\nCookie: a=b\r\nCookie: c=d\r\n"
        b"X-Empty:\r\nX-Spaces: \t x y \t \r\nConnection: keep-alive, Upgrade\r\n"
        b"Upgrade: websocket\r\nTE: trailers\r\nKeep-Alive: 5\r\nProxy-Connection: x\r\n\r\n"
    )

    [asked] = edge.backend.asked
    assert asked.target == b"/a?b=%20c"
    assert asked.fields == [
        (b"host", b"a.example.org:8000"),
        (b"x-forwarded-for", b"127.0.0.1"),
        (b"x-forwarded-proto", b"http"),
        (b"cookie", b"a=b; c=d"),
        (b"x-empty", b""),
        (b"x-spaces", b"x y"),
    ]


def test_nobody_speaks_in_our_name(edge):
    edge.get(
        Storyhold_Reports="yes",
        X_Forwarded_For="192.0.2.1",
        X_Forwarded_Proto="https",
        Forwarded="for=192.0.2.1",
        X_Real_IP="192.0.2.1",
        X_Forwarded_Host="evil.example.org",
    )
    edge.send(
        b"GET / HTTP/1.1\r\nHost: a\r\nStoryhold_Reports: yes\r\nX_Forwarded_For: 192.0.2.1\r\n\r\n"
    )

    for asked in edge.backend.asked:
        names = [name for name, _value in asked.fields]
        assert names == [b"host", b"x-forwarded-for", b"x-forwarded-proto"]
        assert asked.field(b"x-forwarded-for") == b"127.0.0.1"
        assert asked.field(b"x-forwarded-proto") == b"http"


@pytest.mark.parametrize("length", [0, 7, limits.GATHERED_BYTES - 1, len(LONG)])
def test_a_body_arrives_as_it_was_sent(edge, length):
    body = LONG[:length]
    begin = b"POST /a HTTP/1.1\r\nHost: a\r\n"
    chunks = b"".join(
        b"%X\r\n%s\r\n" % (len(piece), piece)
        for piece in (body[at : at + 60_000] for at in range(0, length, 60_000))
    )

    edge.send(begin + b"Content-Length: %d\r\n\r\n" % length, body)
    edge.send(begin + b"Transfer-Encoding: Chunked\r\n\r\n", chunks, b"0\r\n\r\n")

    assert [asked.body for asked in edge.backend.asked] == [body, body]


@pytest.mark.parametrize("in_chunks", [True, False])
def test_an_answer_arrives_as_it_was_made(edge, in_chunks):
    edge.backend.answer = lambda _a: Said(
        LONG, status=422, fields={"location": "/b", "set-cookie": "a=b"}, in_chunks=in_chunks
    )

    got = edge.get()

    assert got.status == 422
    assert got.fields["location"] == "/b"
    assert got.fields["set-cookie"] == "a=b"
    assert got.fields.get("transfer-encoding") == ("chunked" if in_chunks else None)
    assert _joined(got.body) == LONG if in_chunks else got.body == LONG


def _joined(body: bytes) -> bytes:
    pieces = []
    while True:
        size, _end, body = body.partition(b"\r\n")
        if not int(size, 16):
            return b"".join(pieces)
        pieces.append(body[: int(size, 16)])
        body = body[int(size, 16) + 2 :]


def test_an_old_browser_learns_the_end_by_the_end(edge):
    edge.backend.answer = lambda _a: Said(LONG, in_chunks=True)

    got = Got(edge.send(b"GET / HTTP/1.0\r\n\r\n"))

    assert got.fields["connection"] == "close"
    assert got.body == LONG
    assert edge.backend.asked[0].field(b"host") == b"localhost"


def test_requests_sent_at_once_are_answered_in_turn(edge):
    edge.keeps()
    edge.get("/kept")
    edge.backend.answer = lambda asked: Said(asked.target + asked.body)
    post = b"POST /post HTTP/1.1\r\nHost: archive.example.org\r\nContent-Length: 5\r\n\r\nhello"
    get = b"GET /%s HTTP/1.1\r\nHost: archive.example.org\r\n\r\n"

    got = edge.send(get % b"a" + post + get % b"kept" + get % b"b" + post)

    bodies = [part.partition(b"\r\n\r\n")[2] for part in got.split(b"HTTP/1.1 200 OK\r\n")[1:]]
    assert bodies == [b"/a", b"/posthello", b"page of /kept", b"/b", b"/posthello"]


def test_many_requests_of_one_who_reads_no_answers_do_not_fill_our_memory(edge):
    edge.backend.answer = lambda _a: Said(
        LONG[:200_000], fields={"storyhold-keep": "lists; age=60"}
    )
    edge.get("/")
    get = b"GET / HTTP/1.1\r\nHost: archive.example.org\r\n\r\n"

    with edge.visitor() as visitor:
        visitor.sendall(get * 300)
        visitor.shutdown(socket.SHUT_WR)
        edge.get("/")
        [client] = edge.edge.clients
        waiting = client._transport.get_write_buffer_size()
        got = all_of(visitor)

    assert waiting < 1_000_000
    assert got.count(b"HTTP/1.1 200 OK") == 300


def test_who_waits_for_a_word_before_sending_gets_it(edge):
    with edge.visitor() as visitor:
        visitor.sendall(
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n"
            b"Connection: close\r\n\r\n"
        )
        assert visitor.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        visitor.sendall(b"hello")
        assert all_of(visitor).startswith(b"HTTP/1.1 200 OK\r\n")

    assert edge.backend.asked[0].body == b"hello"
    assert not edge.backend.asked[0].field(b"expect")


def test_connections_to_django_are_used_again(edge):
    before = len(edge.backend.connections)

    for _time in range(5):
        edge.get("/")

    assert len(edge.backend.connections) <= before + 1


def test_a_visit_survives_that_django_starts_again(edge):
    edge.get("/")
    edge.backend.close()
    again = threading.Timer(0.3, edge.backend.open)
    again.start()

    got = edge.get("/")

    assert got.status == 200
    assert got.body == b"hello"
    again.join()


def test_while_django_is_away_visitors_are_told(edge, monkeypatch):
    monkeypatch.setattr(limits, "START_SECONDS", 0.1)
    edge.keeps()
    edge.get("/kept")
    edge.backend.close()
    try:
        got, kept = edge.get("/"), edge.get("/kept")
    finally:
        edge.backend.open()

    assert got.status == 503
    assert got.fields["retry-after"] == "5"
    assert got.fields["cache-control"] == "no-store"
    assert b"come back" in got.body
    assert kept.status == 200


def test_an_answer_that_breaks_off_is_not_shown_as_whole(edge):
    def dies(_asked):
        edge.backend.connections[-1].shutdown(socket.SHUT_RDWR)
        return Said()

    edge.backend.answer = dies
    got = edge.send(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")

    assert got.startswith(b"HTTP/1.1 503 ")
    assert len(edge.backend.asked) == 1, "what may change something is not asked twice"


def test_visitors_who_take_too_long_are_let_go(edge):
    now = 1e9
    with edge.visitor() as idle, edge.visitor() as head, edge.visitor() as body:
        head.sendall(b"GET / HTTP/1.1\r\nHos")
        body.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe")
        edge.get("/")

        edge.within(_soon(edge.edge.lose_patience, now))

        assert all_of(idle) == b""
        assert all_of(head).startswith(b"HTTP/1.1 408 ")
        assert all_of(body).startswith(b"HTTP/1.1 408 ")
    assert len(edge.backend.asked) == 1


async def _soon(deed, *words):
    return deed(*words)
