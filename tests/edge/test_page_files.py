"""Kept pages lie as files for the front server, for as long as they are fresh."""

import gzip
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storyhold.edge.sightings import Sightings
from tests.edge.backend import RunningEdge, Said

pytestmark = pytest.mark.once

HOST = "http/archive.example.org"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pages"


@pytest.fixture
def edge(folder: Path) -> Iterator[RunningEdge]:
    with tempfile.TemporaryDirectory() as place:
        left_over = folder / HOST / "old" / "index.html"
        left_over.parent.mkdir(parents=True)
        left_over.write_text("of an earlier process")
        running = RunningEdge(Path(place), page_files=folder)
        running.keeps()
        yield running
        running.end()


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder / HOST)) for file in folder.rglob("*.*ml*"))


def test_a_page_has_its_file_while_it_is_fresh(edge, folder):
    edge.get("/"), edge.get("/stories/12-lamps/")
    here = files(folder)

    edge.stamps.stamp("lists")
    edge.within(_sweep(edge))

    assert here == ["index.html", "stories/12-lamps/index.html"]
    assert files(folder) == []


def test_it_holds_what_we_would_send(edge, folder):
    text = "<p>ä</p>".encode() * 1000
    edge.backend.answer = lambda _a: Said(text, fields={"storyhold-keep": "lists; age=60"})

    edge.get("/")

    assert (folder / HOST / "index.html").read_bytes() == text
    assert gzip.decompress((folder / HOST / "index.html.gz").read_bytes()) == text


def test_its_time_tells_it_from_another_of_the_same_length(edge, folder):
    times = set()
    for text in (b"one", b"two", b"one"):
        edge.stamps.stamp("lists")
        edge.backend.answer = lambda _a, t=text: Said(t, fields={"storyhold-keep": "lists; age=60"})
        edge.get("/")
        times.add((folder / HOST / "index.html").stat().st_mtime)

    assert len(times) == 2


@pytest.mark.parametrize(
    "target", ["/?page=2", "/a%2fb/", "/../", "/a/../b/", "/a//b/", "/feed.atom", "/.hidden/"]
)
def test_what_is_no_plain_path_has_no_file(edge, folder, target):
    edge.get(target)

    assert files(folder) == []


def test_a_page_for_some_guests_only_has_no_file(edge, folder):
    edge.keeps(**{"storyhold-varies": "passed"})

    edge.get("/", Cookie="passed=12")

    assert files(folder) == []


def test_what_the_front_server_sent_counts_as_read(edge, folder):
    edge.keeps(**{"storyhold-read": "12/345"})
    edge.get("/stories/12/")
    log = folder / "reads.log"
    sightings = Sightings(log, edge.edge.store, edge.edge.reads)
    line = "http\tarchive.example.org\t%s\t192.0.2.7\t\tFirefox\n"
    log.write_text(line % "/stories/12/" * 2 + line % "/elsewhere/" + "nonsense\n")

    sightings.look()
    edge.within(edge.edge.tell_reads())

    assert log.read_text() == "", "nobody needs to know for longer who was there"
    [read] = json.loads(edge.backend.asked[-1].body)
    assert read == {
        "read": "12/345", "address": "192.0.2.7", "browser": "Firefox", "purpose": ""
    }  # fmt: skip


async def _sweep(edge: RunningEdge) -> None:
    assert edge.edge.files is not None
    edge.edge.files.sweep()
