"""Plain text as people type it: where its paragraphs, lines and scenes end."""

from collections.abc import Iterator
from statistics import median

from storyhold.prose.characters import HTML_SPACE, WHITE_SPACE, cleaned, is_blank
from storyhold.prose.document import Break, Container, Leaf
from storyhold.prose.emphasis import emphasized
from storyhold.prose.scene_breaks import cannot_be_symbols, divides_lines, symbols_in
from storyhold.prose.wrapping import is_wrapped, unwrapped, wrapping_width

_LONG_LINE = 160
"""Lines longer than this are paragraphs, not verse: nobody types a poem that wide."""

_INDENT = (" ", "\t", "\u3000", "\xa0")


def read_plain(source: str) -> Container:
    """Return the paragraphs and scene breaks of a plain text; `<` and `&` are only letters."""
    text = cleaned(source).replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    root = Container("#root")
    for paragraph in _paragraphs(text.strip(WHITE_SPACE)):
        symbols = symbols_in(paragraph) if len(paragraph) < 1000 else ""
        if symbols:
            root.children.append(Break(symbols))
        else:
            root.children.append(Leaf(runs=emphasized(paragraph)))
    return root


def _blocks(text: str) -> list[list[str]]:
    """Return the lines between blank lines. A row of symbols is a block of its own."""
    blocks: list[list[str]] = [[]]
    for typed in text.split("\n"):
        line = typed.rstrip(HTML_SPACE)
        if cannot_be_symbols(line):
            blocks[-1].append(line)
        elif is_blank(line):
            blocks.append([])
        elif len(line) < 1000 and divides_lines(symbols_in(line)):
            blocks.extend([[line], []])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _paragraphs(text: str) -> Iterator[str]:
    blocks = _blocks(text)
    pieces = [_at_indents(block) for block in blocks]
    width = wrapping_width([piece for block in pieces for piece in block])
    has_blank_line = any(is_blank(line) for line in text.split("\n"))
    for block, parts in zip(blocks, pieces, strict=True):
        wrapped = [part for part in parts if width and is_wrapped(part, width)]
        if wrapped and all(part in wrapped or len(part) == 1 for part in parts):
            yield from (unwrapped(part) for part in parts)
        elif not has_blank_line or median(len(line) for line in block) > _LONG_LINE:
            yield from (line.strip(HTML_SPACE) for line in block)
        else:
            yield "\n".join(line.strip(HTML_SPACE) for line in block)


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
