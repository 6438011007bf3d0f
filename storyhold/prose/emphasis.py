"""Emphasis typed as asterisks and underscores, turned into marks on the letters."""

from storyhold.prose.delimiters import pairs_in
from storyhold.prose.document import LINE_BREAK, Mark, Marks, Run
from storyhold.prose.limits import MAX_MARKS

_TAGS = {1: "em", 2: "strong"}


def emphasized(text: str) -> list[Run]:
    """Return a paragraph of plain text as runs; its line ends become line breaks."""
    if "*" not in text and "_" not in text:
        return _lines(text)
    edges: list[tuple[int, int, Mark, bool]] = []
    for pair in pairs_in(text):
        mark = Mark(_TAGS[pair.length])
        edges.append((pair.start - pair.length, pair.start, mark, True))
        edges.append((pair.end, pair.end + pair.length, mark, False))
    edges.sort()  # No two begin at the same place, so nothing else is ever compared.
    runs: list[Run] = []
    active: Marks = ()
    position = 0
    for start, end, mark, opens in edges:
        if position < start:
            _append(runs, text[position:start], active)
        position = end
        if not opens:
            active = tuple([other for other in active if other is not mark])
        elif len(active) < MAX_MARKS:
            active = (*active, mark)
    _append(runs, text[position:], active)
    return runs


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
