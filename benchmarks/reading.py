"""How fast guests and members read, next to nginx sending the same page as a file.

Needs nginx and wrk. Make a large archive, and run this on a quiet machine:
    storyhold prepare --data /tmp/large && storyhold sample --stories 20000 --data /tmp/large
    STORYHOLD_DATA=/tmp/large .venv/bin/python -m benchmarks.reading [seconds of a run] [runs]

Rates are answers a second to one thread of wrk with 16 connections; times are milliseconds.
"""

import http.client
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from urllib.request import urlopen

from benchmarks.front_servers import before_archive, sending_files
from benchmarks.load import Load, as_in_life, in_the_middle, load, wrk
from tests.site.served import Place, Served

CHAPTERS = """
    SELECT story_id, number FROM stories_chapter
    WHERE is_public AND deleted_at IS NULL ORDER BY story_id, number
"""
MISSES = 40
COUNTED_WITHIN = 8  # seconds


class Bench:
    """An archive, nginx beside it and before it, and the page that all of them send."""

    def __init__(self, data: Path, folder: Path, *, seconds: int, runs: int) -> None:
        self.seconds, self.runs, self.folder = seconds, runs, folder
        self.chapters = chapters(data)
        pages = folder / "pages"
        settings = {"STORYHOLD_PAGE_CACHE": "200", "STORYHOLD_PAGE_FILES": str(pages)}
        self.place = Place(data, settings)
        self.served = Served(self.place)
        self.served.until_open()
        self.path = next(filter(self.is_plain, self.chapters))
        self.files = sending_files(folder / "files", folder)
        (folder / "page.html").write_bytes(self.page(self.path))
        self.front = before_archive(folder / "front", self.served.port, pages)

    def end(self) -> None:
        for nginx in (self.files, self.front):
            nginx.end()
        self.served.end()

    def page(self, path: str) -> bytes:
        with urlopen(self.served.address + path) as answer:  # noqa: S310
            return bytes(answer.read())

    def is_plain(self, path: str) -> bool:
        """Whether the page is no gate, which would differ by cookie and have no file."""
        self.page(path)
        with urlopen(self.served.address + path) as answer:  # noqa: S310
            return "hit" in answer.headers.get("Cache-Status", "") and len(answer.read()) > 15_000

    def beside_nginx(self, address: str, **more: object) -> tuple[Load, Load]:
        """Measure an address and nginx's file in turn; return the medians of both."""
        found, files = [], []
        for _run in range(self.runs):
            files.append(load(f"{self.files.address}/page.html", seconds=self.seconds))
            found.append(load(address, seconds=self.seconds, **more))  # type: ignore[arg-type]
        return in_the_middle(found), in_the_middle(files)

    @contextmanager
    def members(self) -> Iterator[None]:
        """Keep Django busy with members who read."""
        words = wrk(
            self.served.address + self.path, seconds=1000, connections=4, headers=self.member()
        )
        busy = subprocess.Popen(words, stdout=subprocess.DEVNULL)
        try:
            time.sleep(1)
            yield
        finally:
            busy.terminate()
            busy.wait()

    def member(self) -> dict[str, str]:
        """The headers of somebody who is signed in."""
        visitor = self.served.visitor()
        visitor.sign_in_as("author", self.place)
        return {"Cookie": "; ".join(f"{each.name}={each.value}" for each in visitor.cookies)}


def main(words: list[str]) -> None:
    data = Path(os.environ["STORYHOLD_DATA"])
    seconds, runs = (int(word) for word in (*words, *("5", "5")[len(words) :]))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        bench = Bench(data, Path(folder), seconds=seconds, runs=runs)
        try:
            print(f"The page has {len(bench.page(bench.path)) / 1024:.0f} kB.\n")
            print("| what | asked for | found | nginx's file |\n|---|---|---|---|")
            for row in ROWS:
                print(row(bench), flush=True)
        finally:
            bench.end()


def hit(bench: Bench) -> str:
    found, files = bench.beside_nginx(bench.served.address + bench.path)
    wanted = "0.8 × nginx; p99 < 5"
    return line("guest, chapter page, kept", wanted, compared(found, files), files)


def hit_while_busy(bench: Bench) -> str:
    files = load(f"{bench.files.address}/page.html", seconds=bench.seconds)
    with bench.members():
        runs = [
            load(bench.served.address + bench.path, seconds=bench.seconds)
            for _run in range(bench.runs)
        ]
    found = in_the_middle(runs)
    return line("the same while members keep Django busy", "0.6 ×", compared(found, files), files)


def through_nginx(bench: Bench) -> str:
    address = bench.front.address + bench.path
    load(address, seconds=1)
    found, files = bench.beside_nginx(address)
    return line("guest, through nginx with page files", "0.9 ×", compared(found, files), files)


def miss(bench: Bench) -> str:
    paths = Random(1).sample(bench.chapters, MISSES)  # noqa: S311
    times = [milliseconds(lambda path=path: bench.page(path)) for path in paths]
    return line("guest, chapter page, not kept", "< 25", f"{median(times):.0f} ms", None)


def unchanged(bench: Bench) -> str:
    with urlopen(bench.served.address + bench.path) as answer:  # noqa: S310
        tag = answer.headers["ETag"]
    found, files = bench.beside_nginx(
        bench.served.address + bench.path, headers={"If-None-Match": tag}
    )
    return line("304 on a repeated visit", "≥ kept", compared(found, files), files)


def member(bench: Bench) -> str:
    address = bench.served.address + bench.path
    runs = [
        load(address, seconds=bench.seconds, connections=4, headers=bench.member())
        for _run in range(bench.runs)
    ]
    found = in_the_middle(runs)
    figures = f"{found.rate:.0f}/s; p99 {found.p99:.0f} ms"
    return line("member, chapter page, one process", "150/s; p99 < 60", figures, None)


def as_visited(bench: Bench) -> str:
    address, file = bench.served.address, bench.folder / "addresses"
    visits = bench.chapters.copy()
    Random(2).shuffle(visits)  # noqa: S311
    favorites = max(1, len(visits) // 20)
    warm(bench, visits[:favorites])
    # The first visit of a day is counted, and where the page shows the number, makes it anew.
    time.sleep(COUNTED_WITHIN)
    warm(bench, visits[:favorites])
    script = as_in_life(visits, file, seed=3, counting=True)
    counted = load(address, seconds=bench.seconds, script=script)
    found, files = bench.beside_nginx(address, script=as_in_life(visits, file, seed=4))
    hits = f"{counted.share_of_hits:.1%} kept; {compared(found, files)}"
    wanted = "90 % kept; 0.4 × nginx"
    return line(f"guests, 95 % of visits to 5 % of {len(visits):,} pages", wanted, hits, files)


def warm(bench: Bench, paths: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", bench.served.port)
    for path in paths:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        connection.getresponse().read()


def memory(bench: Bench) -> str:
    numbers = bench.served.processes()
    resident = sum(megabytes(number, "Rss") for number in numbers)
    proportional = sum(megabytes(number, "Pss") for number in numbers)
    figures = f"{resident:.0f} MB (each page of memory once: {proportional:.0f} MB)"
    return line("all processes after all of this", "< 450 MB", figures, None)


ROWS: list[Callable[[Bench], str]] = [
    hit, hit_while_busy, through_nginx, unchanged, miss, member, as_visited, memory,
]  # fmt: skip


def compared(found: Load, files: Load) -> str:
    trouble = f" ({found.said})" if found.said else ""
    ratio = found.rate / files.rate
    return f"{found.rate:,.0f}/s = **{ratio:.2f} ×**; p99 {found.p99:.1f}{trouble}"


def line(what: str, wanted: str, found: str, files: Load | None) -> str:
    beside = f"{files.rate:,.0f}/s; p99 {files.p99:.1f}" if files else ""
    return f"| {what} | {wanted} | {found} | {beside} |"


def milliseconds(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000


def megabytes(number: int, kind: str) -> float:
    facts = Path(f"/proc/{number}/smaps_rollup").read_text()
    return sum(map(int, re.findall(rf"^{kind}: +(\d+)", facts, re.MULTILINE))) / 1024


def chapters(data: Path) -> list[str]:
    with sqlite3.connect(data / "archive.sqlite3") as database:
        found = database.execute(CHAPTERS).fetchall()
    return [f"/stories/{story}/chapters/{number}/" for story, number in found]


if __name__ == "__main__":
    main(sys.argv[1:])
