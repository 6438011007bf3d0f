"""How long a story of 100,000 words takes as a file: the first time, and once it is kept.

Run it on a quiet machine: .venv/bin/python -m benchmarks.books
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.site.served import Place, Served

TIMES = 5
CHAPTERS, PARAGRAPHS, WORDS = 25, 50, 80
FORMATS = ("epub", "pdf", "html", "txt", "md")
VOCABULARY = [
    *("the", "a", "and", "of", "she", "walked", "under", "grey", "water", "nobody", "remembers"),
    *("“quiet”", "lantern", "morning", "answered", "extraordinary", "<em>never</em>", "—"),
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "archive")
        served = Served(place, "--sample")
        try:
            served.until_open()
            show(served, place.data, story=long_story(place.data))
        finally:
            served.end()


def show(served: Served, data: Path, *, story: int) -> None:
    print("| a story of 100,000 words as | kB | first, ms | again, ms |")
    print("|---|---|---|---|")
    for form in FORMATS:
        address = f"{served.address}/stories/{story}/download.{form}"
        first, again = [], []
        for _ in range(TIMES):
            shutil.rmtree(data / "downloads", ignore_errors=True)
            took, size = taken(address)
            first.append(took)
            again.append(taken(address)[0])
        figures = f"{statistics.median(first):.0f} | {statistics.median(again):.1f}"
        print(f"| {form} | {size / 1024:.0f} | {figures} |")


def taken(address: str) -> tuple[float, int]:
    """Return how many milliseconds a file took, and its size in bytes."""
    began = time.perf_counter()
    with urllib.request.urlopen(address) as answer:  # noqa: S310 — our own server
        size = len(answer.read())
    return (time.perf_counter() - began) * 1000, size


def long_story(data: Path) -> int:
    """Let another process write a story into the archive; return its number."""
    environment = os.environ | {"STORYHOLD_DATA": str(data)}
    command = [sys.executable, "-m", "benchmarks.books", "write"]
    return int(subprocess.check_output(command, env=environment))


def write() -> None:
    """Write the story, as its author would."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "storyhold.site.settings"
    import django

    django.setup()
    from storyhold.accounts.models import Member
    from tests.cast import make_chapter, make_story

    author = Member.objects.filter(pen_names__isnull=False).first()
    story = make_story(author=author, title="A Long Winter", public=True, text=text(), chapters=1)
    for _ in range(CHAPTERS - 1):
        make_chapter(story, author=author, public=True, text=text())
    print(story.pk)


def text() -> str:
    drawn = random.Random(CHAPTERS)  # noqa: S311 — no secret
    paragraphs = (" ".join(drawn.choices(VOCABULARY, k=WORDS)) for _ in range(PARAGRAPHS))
    return "".join(f"<p>{paragraph}.</p>\n" for paragraph in paragraphs)


if __name__ == "__main__":
    write() if sys.argv[1:] == ["write"] else main()
