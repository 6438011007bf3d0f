"""Two revisions of one paragraph, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from storyhold.prose.landmarks import landmarks

_CJK = r"\u3041-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+(?:['’-]\w+)*|\s+|[^\w\s]")
_MOST = 60
"""Words between two landmarks that are compared one by one; `difflib` is quadratic."""


class Words(NamedTuple):
    """A run of plain text that is in both revisions, or in one."""

    kind: Literal["same", "added", "removed"]
    text: str


def compare_words(old: str, new: str) -> list[Words]:
    """Return the way from one paragraph to another; joined, it gives either of them again."""
    found: list[Words] = []
    for kind, text in _steps(_WORD.findall(old), _WORD.findall(new)):
        if found and found[-1].kind == kind:
            found[-1] = Words(kind, found[-1].text + text)
        elif text:
            found.append(Words(kind, text))
    return found


Step = tuple[Literal["same", "added", "removed"], str]


def _steps(old: list[str], new: list[str]) -> Iterator[Step]:
    at_old = at_new = 0
    same: list[str] = []
    for stop_old, stop_new in [*landmarks(old, new), (len(old), len(new))]:
        if stop_old > at_old or stop_new > at_new:
            yield "same", "".join(same)
            same = []
            yield from _between(old[at_old:stop_old], new[at_new:stop_new])
        same.extend(new[stop_new : stop_new + 1])
        at_old, at_new = stop_old + 1, stop_new + 1
    yield "same", "".join(same)


def _between(old: list[str], new: list[str]) -> Iterator[Step]:
    if len(old) > _MOST or len(new) > _MOST:
        yield "removed", "".join(old)
        yield "added", "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield "same", "".join(new[k:m])
            continue
        yield "removed", "".join(old[i:j])
        yield "added", "".join(new[k:m])
