"""How long the pages of the sample archive take, for a guest and for a member.

Run it on a quiet machine: .venv/bin/python -m benchmarks.pages
"""

import http.client
import os
import re
import statistics
import tempfile
import time
from pathlib import Path

from tests.site.served import Place, Served, Visitor

TIMES = 40


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "archive")
        served = Served(place, "--sample")
        try:
            served.until_open()
            guest, member = served.visitor(), served.visitor()
            member.sign_in_as("author", place)
            show(served, pages_of(guest), guest, member)
        finally:
            served.end()


def pages_of(guest: Visitor) -> dict[str, str]:
    """One page of each kind."""
    story = max(stories(guest), key=lambda address: len(guest.get(f"{address}whole/")[1]))
    return {
        "home": "/",
        "all stories": "/stories/",
        "story": story,
        "chapter": re.sub(r"(/stories/\d+)[^/]*/", r"\1/chapters/1/", story),
        "whole story": re.sub(r"(/stories/\d+)[^/]*/", r"\1/whole/", story),
        "reviews": re.sub(r"(/stories/\d+)[^/]*/", r"\1/reviews/", story),
        "all tags": "/tags/",
        "tag": first(guest, "/tags/", r'href="(/tags/\d[^"]*/)"') or "/tags/",
        "all people": "/people/",
        "profile": first(guest, "/people/", r'href="(/people/\d[^"]*/)"') or "/people/",
        "all series": "/series/",
        "series": first(guest, "/series/", r'href="(/series/\d[^"]*/)"') or "/series/",
        "feed": "/feeds/stories.atom",
    }


def stories(guest: Visitor) -> list[str]:
    page = guest.get("/stories/")[1]
    found = set(re.findall(r'href="(/stories/\d+[^/"]*/)"', page))
    return sorted(
        each
        for each in found
        if "data-" in (text := guest.get(re.sub(r"(\d+)[^/]*/$", r"\1/chapters/1/", each))[1])
        and "gate" not in text.partition("<title>")[2][:80].lower()
    )


def first(guest: Visitor, page: str, pattern: str) -> str:
    found = re.search(pattern, guest.get(page)[1])
    return found[1] if found else ""


def show(served: Served, pages: dict[str, str], guest: Visitor, member: Visitor) -> None:
    print("Milliseconds: median, slowest, and processor time of the server.\n")
    print("| page | kB | guest | slowest | processor | member | slowest | processor |")
    print("|---|---|---|---|---|---|---|---|")
    for name, path in pages.items():
        size, *of_guest = measure(served, path, guest)
        _size, *of_member = measure(served, path, member)
        figures = " | ".join(f"{each:.1f}" for each in (*of_guest, *of_member))
        print(f"| {name} | {size / 1024:.0f} | {figures} |")


def measure(served: Served, path: str, visitor: Visitor) -> tuple[int, float, float, float]:
    """Return the size of a page in bytes, and its times in milliseconds."""
    worker = max(number for number, name in served.processes().items() if name == "web")
    before = processor_time(worker)
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
    connection = http.client.HTTPConnection("127.0.0.1", served.port)
    times, size = [], 0
    for _ in range(TIMES):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookies} if cookies else {})
        answer = connection.getresponse()
        size = len(answer.read())
        times.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, (path, answer.status)
    connection.close()
    spent = (processor_time(worker) - before) / TIMES
    return size, statistics.median(times), max(times[3:]), spent


def processor_time(number: int) -> float:
    """Milliseconds that a process has had of a processor; unlike the clock, not of a busy one."""
    facts = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return (int(facts[11]) + int(facts[12])) * 1000 / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
