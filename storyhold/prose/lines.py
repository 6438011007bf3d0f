"""Runs of letters put in order: white space collapsed, lines found, paragraphs told apart."""

import re
from collections.abc import Iterator

from storyhold.prose.bidi import balanced
from storyhold.prose.characters import is_blank
from storyhold.prose.document import LINE_BREAK, LineBreak, Marks, Piece, Run
from storyhold.prose.scene_breaks import cannot_be_symbols

_SPACES = re.compile("[ \t\n\r\f]+")
_LINE_SPACE = re.compile("[\t\n\r\f]")
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


def evened(text: str) -> str:
    """Return `text` with the white space that a browser would show, and none at its ends."""
    return (_SPACES.sub(" ", text) if is_uneven(text) else text).strip(" ")


def is_uneven(text: str) -> bool:
    """Tell whether a browser would show less white space than is in `text`."""
    return "  " in text or _LINE_SPACE.search(text) is not None


def lines_of(runs: list[Run]) -> list[Line]:
    """Divide at line breaks, with white space collapsed as a browser shows it."""
    lines: list[Line] = []
    line: Line = []
    after_space = True
    for piece, marks in runs:
        if isinstance(piece, str):
            text = _SPACES.sub(" ", piece) if is_uneven(piece) else piece
            if after_space and text[:1] == " ":
                text = text[1:]
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


def symbols_of(line: Line) -> str | None:
    """Return the letters of a line that may be a row of symbols, or None when it cannot be."""
    texts: list[str] = []
    for piece, _ in line:
        if not isinstance(piece, str) or cannot_be_symbols(piece):
            return None
        texts.append(piece)
    return "".join(texts)


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
    for run in runs:
        piece, marks = run
        if texts and marks == current and isinstance(piece, str):
            texts.append(piece)
            continue
        if len(texts) > 1:
            merged[-1] = ("".join(texts), current)
        merged.append(run)
        texts = [piece] if isinstance(piece, str) else []
        current = marks
    if len(texts) > 1:
        merged[-1] = ("".join(texts), current)
    return merged


def _with_shared_marks(runs: list[Run]) -> list[Run]:
    shared: list[Run] = []
    before: Marks = ()
    gaps: list[Piece] = []
    for run in runs:
        piece, marks = run
        if piece == " " or isinstance(piece, LineBreak):
            gaps.append(piece)
            continue
        if gaps:
            common = _common(before, marks)
            shared.extend([(gap, common) for gap in gaps])
            gaps.clear()
        shared.append(run)
        before = marks
    shared.extend([(gap, ()) for gap in gaps])
    return shared


def _common(before: Marks, after: Marks) -> Marks:
    count = 0
    for one, other in zip(before, after, strict=False):
        if one is not other:
            break
        count += 1
    return before[:count]
