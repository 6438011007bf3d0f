"""Runs of letters put in order: white space collapsed, lines found, paragraphs told apart."""

import re
from collections.abc import Iterator

from storyhold.prose.bidi import balanced
from storyhold.prose.characters import is_blank
from storyhold.prose.document import LINE_BREAK, LineBreak, Marks, Run

_SPACES = re.compile("[ \t\n\r\f]+")
Line = list[Run]


def paragraphs_in(runs: list[Run]) -> Iterator[list[Line]]:
    """Yield each paragraph in a stretch of text as its lines; blank lines divide them."""
    paragraph: list[Line] = []
    for line in lines_of(runs):
        if not is_blank_line(line):
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def lines_of(runs: list[Run]) -> list[Line]:
    """Divide at line breaks, with white space collapsed as a browser shows it."""
    lines: list[Line] = []
    line: Line = []
    after_space = True
    for piece, marks in runs:
        if isinstance(piece, str):
            text = _SPACES.sub(" ", piece)
            if after_space:
                text = text.removeprefix(" ")
            if text:
                after_space = text[-1] == " "
                line.append((text, marks))
        elif isinstance(piece, LineBreak):
            lines.append(_without_last_space(line))
            line = []
            after_space = True
        else:
            line.append((piece, marks))
            after_space = False
    lines.append(_without_last_space(line))
    return lines


def _without_last_space(line: Line) -> Line:
    if line:
        text, marks = line[-1]
        if isinstance(text, str) and text[-1] == " ":
            line.pop()
            if text != " ":
                line.append((text[:-1], marks))
    return line


def is_blank_line(line: Line) -> bool:
    """Tell whether a line shows nothing."""
    return all(isinstance(piece, str) and is_blank(piece) for piece, _ in line)


def text_of(line: Line) -> str | None:
    """Return the letters of a line, or None when there is a picture in it."""
    if not all(isinstance(piece, str) for piece, _ in line):
        return None
    return "".join(str(piece) for piece, _ in line)


def joined(lines: list[Line]) -> list[Run]:
    """Return the lines as one list of runs, fit to be set as a paragraph.

    Spaces and line breaks between two runs belong to the marks that both share, so that no
    inline element is empty; unclosed bidirectional controls are closed at the end.
    """
    if len(lines) == 1 and len(lines[0]) == 1:
        return _closed(lines[0])
    runs: list[Run] = []
    for line in lines:
        runs.append((LINE_BREAK, ()))
        runs.extend(line)
    return _with_shared_marks(_merged(_closed(runs[1:])))


def _closed(runs: list[Run]) -> list[Run]:
    closed = balanced(runs)
    if closed is runs:
        return runs
    # A control that was dropped may have stood between two spaces.
    lines = lines_of(closed)
    return [run for line in lines for run in ((LINE_BREAK, ()), *line)][1:]


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    texts: list[str] = []
    current: Marks = ()
    for piece, marks in runs:
        if texts and not (isinstance(piece, str) and marks == current):
            merged.append(("".join(texts), current))
            texts = []
        if isinstance(piece, str):
            texts.append(piece)
            current = marks
        else:
            merged.append((piece, marks))
    if texts:
        merged.append(("".join(texts), current))
    return merged


def _with_shared_marks(runs: list[Run]) -> list[Run]:
    after: Marks = ()
    shared: list[Run] = []
    for piece, marks in reversed(runs):
        if isinstance(piece, LineBreak) or piece == " ":
            shared.append((piece, after))
        else:
            shared.append((piece, marks))
            after = marks
    shared.reverse()
    before: Marks = ()
    for index, (piece, marks) in enumerate(shared):
        if isinstance(piece, LineBreak) or piece == " ":
            shared[index] = (piece, _common(before, marks))
        else:
            before = marks
    return shared


def _common(before: Marks, after: Marks) -> Marks:
    count = 0
    for one, other in zip(before, after, strict=False):
        if one is not other:
            break
        count += 1
    return before[:count]
