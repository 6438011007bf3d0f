"""The old log is kept as history: sentences without anybody's whereabouts."""

import re
from collections import Counter
from collections.abc import Iterator

from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.old_row import OldRow

AT_ONCE = 1_000
_PLACES = ("log_ip",)

_IPV4 = r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"
_IPV6 = r"(?<![\w:])(?=[0-9a-f:]*::|(?:[0-9a-f]{1,4}:){7})[0-9a-f:]{3,39}(?![\w:])"
_ADDRESS_OF_A_COMPUTER = re.compile(f"{_IPV4}|{_IPV6}", re.IGNORECASE)


def bring_history(desk: Desk) -> Iterator[int]:
    """Keep the log's rows, and say how many there were of each sort."""
    kinds: Counter[str] = Counter()
    for row in desk.old.read("log", order=("log_id",)):
        _keep(row)
        kinds[row.line("log_type")] += 1
        if kinds.total() % AT_ONCE == 0:
            yield kinds.total()
    for kind, count in kinds.items():
        desk.note("log is kept as history", "log", kind=kind, count=count)
    yield kinds.total()


def _keep(row: OldRow) -> None:
    if _ADDRESS_OF_A_COMPUTER.search(row.text("log_action")):
        row.say("sentence of the log is left out", "log_action")
        row.keep(without=(*_PLACES, "log_action"))
    else:
        row.keep(without=_PLACES)
