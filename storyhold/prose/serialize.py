"""Blocks written as HTML: one block a line, attributes in one order, paragraphs numbered."""

from collections.abc import Iterable

from storyhold.prose.blocks import Block, Box, Paragraph
from storyhold.prose.characters import nfc
from storyhold.prose.document import Break
from storyhold.prose.elements import HEADINGS
from storyhold.prose.escaping import attribute
from storyhold.prose.inline import html_of_runs

_ORDER = ("lang", "dir", "colspan", "rowspan")
_HIGHEST = 3
"""The level of a text's first headings: the page owns the two above it."""


def html_of(blocks: Iterable[Block], *, numbered: bool) -> str:
    """Return the blocks as HTML, without a line end after the last."""
    writer = _Writer(numbered=numbered)
    writer.write(blocks)
    writer.lower_headings()
    return "\n".join(writer.lines)


class _Writer:
    def __init__(self, *, numbered: bool) -> None:
        self.lines: list[str] = []
        self._numbered = numbered
        self._number = 0
        self._headings: list[int] = []

    def write(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._write_paragraph(block)
            elif isinstance(block, Break):
                self.lines.append(_scene_break(block))
            elif block.children:
                self.lines.append(f"<{block.tag}{_attributes(block)}>")
                self.write(block.children)
                self.lines.append(f"</{block.tag}>")
            else:
                self.lines.append(f"<{block.tag}{_attributes(block)}></{block.tag}>")

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        tag = paragraph.tag
        attributes = ""
        if self._numbered:
            self._number += 1
            attributes = f' id="p{self._number}"'
        if paragraph.align:
            attributes += attribute("class", paragraph.align)
        if paragraph.attributes:
            attributes += _attributes(paragraph)
        if tag in HEADINGS:
            self._headings.append(len(self.lines))
        self.lines.append(f"<{tag}{attributes}>{html_of_runs(paragraph.runs)}</{tag}>")

    def lower_headings(self) -> None:
        """Let all headings step down so far that the highest is of the third level."""
        levels = [int(self.lines[number][2]) for number in self._headings]
        lowered = _HIGHEST - min([_HIGHEST, *levels])
        for number, level in zip(self._headings, levels, strict=True):
            tag = f"h{min(level + lowered, 6)}"
            self.lines[number] = f"<{tag}{self.lines[number][3:-3]}{tag}>"


def _attributes(block: Paragraph | Box) -> str:
    worn = block.attributes
    return "".join(attribute(name, worn[name]) for name in _ORDER if name in worn)


def _scene_break(scene_break: Break) -> str:
    symbols = attribute("data-symbols", nfc(scene_break.symbols)) if scene_break.symbols else ""
    return f'<hr class="scene-break"{symbols}>'
