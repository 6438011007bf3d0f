"""Emphasis typed as asterisks and underscores, turned into marks on the letters."""

from storyhold.prose.delimiters import pairs_in
from storyhold.prose.document import LINE_BREAK, Mark, Marks, Run
from storyhold.prose.limits import MAX_MARKS

_TAGS = {1: "em", 2: "strong"}


def emphasized(text: str) -> list[Run]:
    """Return a paragraph of plain text as runs; its line ends become line breaks."""
    if "*" not in text and "_" not in text:
        return _lines(text)
    pairs = pairs_in(text)
    edges = [(start - length, start, number) for number, (start, _, length) in enumerate(pairs)]
    edges += [(end, end + length, number) for number, (_, end, length) in enumerate(pairs)]
    edges.sort()
    opened: dict[int, Mark] = {}
    runs: list[Run] = []
    active: Marks = ()
    position = 0
    for start, end, number in edges:
        if position < start:
            _append(runs, text[position:start], active)
        position = end
        if number in opened:
            active = _without(opened.pop(number), active)
        else:
            mark = opened[number] = Mark(_TAGS[end - start])
            if len(active) < MAX_MARKS:
                active = (*active, mark)
    _append(runs, text[position:], active)
    return runs


def _without(mark: Mark, active: Marks) -> Marks:
    if active and active[-1] is mark:
        return active[:-1]
    return tuple([other for other in active if other is not mark])


def _lines(text: str) -> list[Run]:
    runs: list[Run] = []
    _append(runs, text, ())
    return runs


def _append(runs: list[Run], text: str, marks: Marks) -> None:
    if "\n" not in text:
        if text:
            runs.append((text, marks))
        return
    first, *others = text.split("\n")
    if first:
        runs.append((first, marks))
    for line in others:
        runs.append((LINE_BREAK, marks))
        if line:
            runs.append((line, marks))
