"""How long an index of a large archive takes to be made, how large it is, how quick it answers.

Make an archive as for `benchmarks.large_archive`, and run this on a quiet machine:
    STORYHOLD_DATA=/tmp/large .venv/bin/python -m benchmarks.search
The pages themselves are measured there: python -m benchmarks.large_archive search
"""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storyhold.site.settings")
django.setup()

from storyhold.search.actions import Keeper  # noqa: E402
from storyhold.search.here import the_folder, the_index  # noqa: E402
from storyhold.search.index import Where  # noqa: E402
from storyhold.search.queries import stories_found  # noqa: E402
from storyhold.search.question import read  # noqa: E402
from storyhold.stories.actions.news import announce  # noqa: E402
from storyhold.stories.models import Story  # noqa: E402

TIMES = 20
QUESTIONS = [
    "the", "lamp harbor", '"the lamp"', "lamp OR tide -harbor", "li*", "-the", "mara quill",
]  # fmt: skip


def main() -> None:
    """Print a line for each."""
    before = _memory("RssAnon")
    keeper = Keeper()
    began, used = time.perf_counter(), time.process_time()
    most = max(_memory("RssAnon") for _waiting in keeper.rebuild())
    _say("made anew, seconds", time.perf_counter() - began)
    _say("of these, processor", time.process_time() - used)
    _say("memory of its own meanwhile, MB more", most - before)
    files = [path for path in Path(the_folder()).rglob("*") if path.is_file()]
    _say("size, MB", sum(path.stat().st_size for path in files) / 1e6)
    _say("stories", len(the_index().held()))
    keeper.keep()
    _say("nothing to do, milliseconds", _milliseconds(keeper.keep))
    longest = Story.objects.order_by("-word_count")[0]
    announce(longest)
    _say(f"a story of {longest.word_count:,} words anew, milliseconds", _once(keeper.keep))
    for typed in QUESTIONS:
        found = len(stories_found(read(typed), Where.EVERYTHING).stories)
        took = _milliseconds(lambda typed=typed: stories_found(read(typed), Where.EVERYTHING))
        _say(f"`{typed}`: {found} stories, milliseconds", took)


def _say(what: str, number: float) -> None:
    print(f"| {what} | {number:,.1f} |", flush=True)


def _milliseconds(do: Callable[[], object]) -> float:
    return median(_once(do) for _ in range(TIMES))


def _once(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def _memory(kind: str) -> float:
    """Megabytes of this process: `RssAnon` is what it does not share with files."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(rf"{kind}:\s+(\d+)", status)[1]) / 1024


if __name__ == "__main__":
    main()
