"""Blocks written as HTML: one block a line, attributes in one order, paragraphs numbered."""

from collections.abc import Iterator

from storyhold.prose.blocks import Block, Box, Paragraph
from storyhold.prose.characters import nfc
from storyhold.prose.document import Break
from storyhold.prose.elements import HEADINGS
from storyhold.prose.escaping import attribute
from storyhold.prose.inline import html_of_runs

_ORDER = ("lang", "dir", "colspan", "rowspan")


def html_of(blocks: list[Block], *, numbered: bool) -> str:
    """Return the blocks as HTML, without a line end after the last."""
    writer = _Writer(numbered=numbered, lowered=_lowered(blocks))
    writer.write(blocks)
    return "\n".join(writer.lines)


class _Writer:
    def __init__(self, *, numbered: bool, lowered: int) -> None:
        self.lines: list[str] = []
        self._numbered = numbered
        self._lowered = lowered
        self._number = 0

    def write(self, blocks: list[Block]) -> None:
        for block in blocks:
            if isinstance(block, Break):
                self.lines.append(_scene_break(block))
            elif isinstance(block, Paragraph):
                self.lines.append(self._paragraph(block))
            elif block.children:
                self.lines.append(f"<{block.tag}{_attributes(block)}>")
                self.write(block.children)
                self.lines.append(f"</{block.tag}>")
            else:
                self.lines.append(f"<{block.tag}{_attributes(block)}></{block.tag}>")

    def _paragraph(self, paragraph: Paragraph) -> str:
        tag = paragraph.tag
        if tag in HEADINGS:
            tag = f"h{min(HEADINGS[tag] + self._lowered, 6)}"
        opening = tag
        if self._numbered:
            self._number += 1
            opening += f' id="p{self._number}"'
        if paragraph.align:
            opening += attribute("class", paragraph.align)
        if paragraph.attributes:
            opening += _attributes(paragraph)
        return f"<{opening}>{html_of_runs(paragraph.runs)}</{tag}>"


def _attributes(block: Paragraph | Box) -> str:
    worn = block.attributes
    return "".join(attribute(name, worn[name]) for name in _ORDER if name in worn)


def _scene_break(scene_break: Break) -> str:
    symbols = attribute("data-symbols", nfc(scene_break.symbols)) if scene_break.symbols else ""
    return f'<hr class="scene-break"{symbols}>'


def _lowered(blocks: list[Block]) -> int:
    """Return by how much headings must step down, the page owning the first two levels."""
    return 3 - min(_levels(blocks))


def _levels(blocks: list[Block]) -> Iterator[int]:
    yield 3
    for block in blocks:
        if isinstance(block, Box):
            yield from _levels(block.children)
        elif isinstance(block, Paragraph) and block.tag in HEADINGS:
            yield HEADINGS[block.tag]
