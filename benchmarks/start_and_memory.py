"""How long an archive takes to start, and how much memory its processes take.

Run it on a quiet machine: .venv/bin/python -m benchmarks.start_and_memory
"""

import tempfile
import time
from pathlib import Path

from tests.site.served import Place, Served

SETTLED = 15  # seconds after the last request; what is measured then is called idle


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "archive")
        print("| start | seconds to the first page |\n|---|---|")
        first = start("first, with the sample", place, "--sample")
        end(first)
        for _ in range(2):
            end(start("second", place))
        served = start("third", place)
        try:
            warm_up(served)
            time.sleep(SETTLED)
            show_memory(served)
        finally:
            end(served)


def start(name: str, place: Place, *words: str) -> Served:
    served = Served(place, *words)
    print(f"| {name} | {served.until_open():.2f} |")
    return served


def end(served: Served) -> None:
    assert served.end() == 0


def warm_up(served: Served) -> None:
    for path in ("/", "/stories/", "/tags/", "/people/", "/static/css/index.css") * 5:
        served.visitor().get(path)


def show_memory(served: Served) -> None:
    print("\n| process | RSS (MB) | PSS (MB) |\n|---|---|---|")
    total = [0.0, 0.0]
    for number, name in sorted(served.processes().items()):
        facts = memory_of(number)
        total = [sum(pair) for pair in zip(total, facts, strict=True)]
        print(f"| {name} | {facts[0]:.0f} | {facts[1]:.0f} |")
    print(f"| **all** | **{total[0]:.0f}** | **{total[1]:.0f}** |")


def memory_of(number: int) -> tuple[float, float]:
    """Megabytes in memory: shared ones counted in each process, and shared out among them."""
    facts = {}
    for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()[1:]:
        name, amount, _unit = line.split()
        facts[name] = int(amount) / 1024
    return facts["Rss:"], facts["Pss:"]


if __name__ == "__main__":
    main()
