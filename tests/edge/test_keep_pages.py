"""Guests are answered from kept pages; everybody else, and everything else, goes to Django."""

import gzip
import threading
import time

import pytest
import zstandard

from tests.edge.backend import Got, Said

pytestmark = pytest.mark.once

TEXT = b"<p>The lamp was lit at four.</p>" * 100


def test_a_page_is_made_once_and_shown_to_all_guests(edge):
    edge.keeps()

    first, again = edge.get("/stories/12/"), edge.get("/stories/12/", Cookie="theme=dark")

    assert len(edge.backend.asked) == 1
    assert first.body == again.body == b"page of /stories/12/"
    assert again.status == 200
    assert again.fields["cache-control"] == "no-cache"
    assert again.fields["vary"] == "cookie, accept-encoding"
    assert again.fields["content-type"] == "text/html"
    assert again.fields["cache-status"] == "storyhold; hit"
    assert "cache-status" not in first.fields
    assert "date" in again.fields


@pytest.mark.parametrize(
    "fields",
    [
        {"Cookie": "storyhold_session=abc"},
        {"Cookie": "theme=dark;storyhold_session = abc"},
        {"Cookie": "a=b; messages=hello"},
        {"Cookie": "plain=1"},
        {"Cookie": "\xc2\xa0storyhold_session=abc"},
        {"Authorization": "Basic abc"},
        {"method": "POST", "Content-Length": "0"},
        {"method": "DELETE"},
    ],
)
def test_what_may_be_for_one_visitor_alone_is_never_kept_nor_answered_from_what_is(edge, fields):
    edge.keeps()
    edge.get("/")
    edge.backend.asked.clear()

    for _twice in range(2):
        edge.get("/", **fields)

    assert len(edge.backend.asked) == 2


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"storyhold-keep": "lists; age=60", "set-cookie": "a=b"},
        {"storyhold-keep": "lists; age=60", "vary": "accept-language"},
        {"storyhold-keep": "lists; age=60", "content-encoding": "gzip"},
        {"cache-control": "max-age=300, immutable"},
    ],
)
def test_an_answer_that_does_not_say_so_is_not_kept(edge, said):
    edge.backend.answer = lambda _asked: Said(fields=said)

    edge.get("/"), edge.get("/")

    assert len(edge.backend.asked) == 2


def test_a_stamp_makes_it_new(edge):
    edge.keeps("lists, story 12; age=60")
    edge.get("/stories/12/"), edge.get("/stories/12/")

    edge.stamps.stamp("story 12")
    edge.get("/stories/12/"), edge.get("/stories/12/")

    assert len(edge.backend.asked) == 2


def test_a_stamp_while_it_is_made_lets_it_be_made_again(edge):
    def slow(asked):
        edge.stamps.stamp("lists")
        return Said(fields={"storyhold-keep": "lists; age=60"})

    edge.backend.answer = slow

    assert edge.get("/").body == b"hello"
    assert edge.get("/").body == b"hello"
    assert len(edge.backend.asked) == 2


def test_cookies_that_were_looked_at_tell_pages_apart(edge):
    edge.keeps(**{"storyhold-varies": "passed"})

    for cookie in ("passed=12", "theme=dark; passed=12", "passed=13", "theme=dark", "a=b"):
        edge.get("/stories/12/", Cookie=cookie)

    assert [asked.field(b"cookie") for asked in edge.backend.asked] == [
        b"passed=12",
        b"passed=13",
        b"theme=dark",
    ]


def test_hosts_and_queries_tell_pages_apart(edge):
    edge.keeps()

    edge.get("/stories/"), edge.get("/stories/?page=2")
    edge.send(b"GET /stories/ HTTP/1.1\r\nHost: other.example.org\r\nConnection: close\r\n\r\n")

    assert len(edge.backend.asked) == 3


def test_what_is_between_django_and_us_goes_no_further(edge):
    edge.keeps(**{"storyhold-varies": "passed", "storyhold-read": "12/345"})

    answers = [edge.get("/"), edge.get("/"), edge.get("/", Cookie="plain=1")]

    assert not [name for got in answers for name in got.fields if name.startswith("storyhold")]


def test_it_comes_compressed_to_those_who_can(edge):
    edge.backend.answer = lambda _a: Said(TEXT, fields={"storyhold-keep": "lists; age=60"})

    plain, zipped = edge.get("/"), edge.get("/", Accept_Encoding="gzip, deflate, br")
    newest = edge.get("/", Accept_Encoding="gzip, deflate, br, zstd")
    refusing = edge.get("/", Accept_Encoding="gzip;q=0, *;q=0")

    assert plain.body == refusing.body == TEXT
    assert zipped.fields["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == TEXT
    assert newest.fields["content-encoding"] == "zstd"
    assert zstandard.decompress(newest.body) == TEXT
    assert len(edge.backend.asked) == 1
    assert not edge.backend.asked[0].field(b"accept-encoding")
    assert edge.edge.store.size > len(TEXT) + len(zipped.body) + len(newest.body)


def test_who_has_it_already_is_told_so(edge):
    edge.backend.answer = lambda _a: Said(TEXT, fields={"storyhold-keep": "lists; age=60"})
    tag = edge.get("/").fields["etag"]
    edge.stamps.stamp("everything")

    for coding in ("", "gzip"):
        got = edge.get("/", If_None_Match=f'"other", {tag}', Accept_Encoding=coding)

        assert got.status == 304
        assert got.body == b""
        assert got.fields["etag"] == tag
        assert got.fields["vary"] == "cookie, accept-encoding"
    assert edge.get("/", If_None_Match='"other"').body == TEXT


def test_head_is_the_page_without_its_body(edge):
    edge.keeps()
    page = edge.get("/")

    head = edge.get("/", method="HEAD")

    assert head.body == b""
    assert head.fields["content-length"] == str(len(page.body))
    assert len(edge.backend.asked) == 1


def test_our_files_are_kept_as_they_are(edge):
    keep = "max-age=315360000, public, immutable"
    edge.backend.answer = lambda _a: Said(fields={"cache-control": keep})

    edge.get("/static/index.css")
    edge.stamps.stamp("everything")
    again = edge.get("/static/index.css")

    assert len(edge.backend.asked) == 1
    assert again.fields["cache-control"] == keep
    assert again.fields["vary"] == "accept-encoding"


def test_a_herd_makes_a_page_once(edge):
    may_answer = threading.Event()

    def slow(asked):
        may_answer.wait(10)
        return Said(fields={"storyhold-keep": "lists; age=60"})

    edge.backend.answer = slow
    got: list[Got] = []
    herd = [threading.Thread(target=lambda: got.append(edge.get("/"))) for _ in range(30)]
    for one in herd:
        one.start()
    while len(edge.edge.clients) < 30:
        time.sleep(0.01)
    may_answer.set()
    for one in herd:
        one.join()

    assert [one.body for one in got] == [b"hello"] * 30
    assert len(edge.backend.asked) == 1


def test_a_herd_that_asked_for_what_is_not_kept_is_answered_one_by_one(edge):
    herd = [threading.Thread(target=edge.get) for _ in range(10)]
    for one in herd:
        one.start()
    for one in herd:
        one.join()

    assert len(edge.backend.asked) == 10


def test_reads_of_kept_pages_are_reported_to_django(edge):
    edge.keeps(**{"storyhold-read": "12/345"})
    edge.get("/"), edge.get("/", User_Agent="Firefox"), edge.get("/", method="HEAD")

    edge.within(edge.edge.tell_reads())

    report = edge.backend.asked[-1]
    assert report.target == b"/edge/reads/"
    assert report.field(b"storyhold-reports") == b"yes"
    assert report.body == (
        b'[{"read": "12/345", "address": "127.0.0.1", "browser": "Firefox", "purpose": ""}]'
    )
