"""Plain text as people type it: where its paragraphs, lines and scenes end."""

import re
from collections.abc import Iterator
from statistics import median

from storyhold.prose.bidi import may_need_balance
from storyhold.prose.characters import HTML_SPACE, WHITE_SPACE, cleaned, is_blank
from storyhold.prose.document import Break, Container, Leaf
from storyhold.prose.emphasis import emphasized
from storyhold.prose.lines import is_uneven
from storyhold.prose.scene_breaks import cannot_be_symbols, divides_lines, symbols_in
from storyhold.prose.wrapping import is_wrapped, unwrapped, wrapping_width

_LONG_LINE = 160
"""Lines longer than this are paragraphs, not verse: nobody types a poem that wide."""

_INDENT = (" ", "\t", "\u3000", "\xa0")
_LINE_WITHOUT_LETTERS = re.compile(r"^(?:(?!\n)[\W\d_oOxX])*+$", re.MULTILINE)
"""Only these can be blank or a row of symbols."""


def read_plain(source: str) -> Container:
    """Return the paragraphs and scene breaks of a plain text; `<` and `&` are only letters."""
    text = cleaned(source).replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return Container(
        "#root", children=[_child(typed) for typed in _paragraphs(text.strip(WHITE_SPACE))]
    )


def _child(typed: str) -> str | Break | Leaf:
    if cannot_be_symbols(typed):
        return typed if _is_only_letters(typed) else Leaf(runs=emphasized(typed))
    symbols = symbols_in(typed)
    return Break(symbols) if symbols else Leaf(runs=emphasized(typed))


def _is_only_letters(typed: str) -> bool:
    """Tell whether nothing in a paragraph divides, emphasizes or turns its letters."""
    return not (
        "*" in typed or "_" in typed or "\n" in typed or is_uneven(typed) or may_need_balance(typed)
    )


def _paragraphs(text: str) -> Iterator[str]:
    blocks = list(_blocks(text))
    has_blank_line = any(is_blank(line[0]) for line in _LINE_WITHOUT_LETTERS.finditer(text))
    width = _width(blocks)
    for block in blocks:
        if "\n" in block:
            yield from _divided(block.split("\n"), width, may_be_verse=has_blank_line)
        else:
            yield block.strip(HTML_SPACE)


def _blocks(text: str) -> Iterator[str]:
    """Yield the lines between blank lines. A row of symbols is a block of its own."""
    start = 0
    for match in _LINE_WITHOUT_LETTERS.finditer(text):
        line = match[0].rstrip(HTML_SPACE)
        is_row = len(line) < 1000 and divides_lines(symbols_in(line))
        if is_row or is_blank(line):
            if start < match.start():
                yield text[start : match.start() - 1]
            if is_row:
                yield line
            start = match.end() + 1
    if start < len(text):
        yield text[start:]


def _width(blocks: list[str]) -> int:
    lines = [line.strip(HTML_SPACE) for line in "\n".join(blocks).split("\n")]
    if len(lines) == len(blocks):
        return 0
    pieces = (piece for block in blocks for piece in _at_indents(block.split("\n")))
    return wrapping_width(lines, pieces)


def _divided(lines: list[str], width: int, *, may_be_verse: bool) -> Iterator[str]:
    """Yield the paragraphs in several lines that no blank line divides."""
    pieces = _at_indents(lines)
    wrapped = [bool(width) and is_wrapped(piece, width) for piece in pieces]
    if any(wrapped) and all(
        len(piece) == 1 or full for piece, full in zip(pieces, wrapped, strict=True)
    ):
        yield from (unwrapped(piece) for piece in pieces)
    elif may_be_verse and median(len(line.rstrip(HTML_SPACE)) for line in lines) <= _LONG_LINE:
        yield "\n".join(line.strip(HTML_SPACE) for line in lines)
    else:
        yield from (line.strip(HTML_SPACE) for line in lines)


def _at_indents(lines: list[str]) -> list[list[str]]:
    """Return lines as the paragraphs they are if each begins with an indented line."""
    paragraphs: list[list[str]] = []
    indented = True
    for line in lines:
        after, indented = indented, line.startswith(_INDENT)
        if not paragraphs or (indented and not after):
            paragraphs.append([])
        paragraphs[-1].append(line.strip(HTML_SPACE))
    return paragraphs
