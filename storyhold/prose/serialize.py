"""Blocks written as HTML: one block a line, attributes in one order, paragraphs numbered."""

from collections.abc import Iterable
from typing import NamedTuple

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
    writer.write_headings()
    return "\n".join(writer.lines)


class _Heading(NamedTuple):
    """A heading whose level is not known before all others are."""

    line: int
    level: int
    attributes: str
    inner: str


class _Writer:
    def __init__(self, *, numbered: bool) -> None:
        self.lines: list[str] = []
        self._numbered = numbered
        self._number = 0
        self._headings: list[_Heading] = []

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
        inner = html_of_runs(paragraph.runs)
        attributes = ""
        if self._numbered:
            self._number += 1
            attributes = f' id="p{self._number}"'
        if paragraph.align:
            attributes += attribute("class", paragraph.align)
        if paragraph.attributes:
            attributes += _attributes(paragraph)
        if tag in HEADINGS:
            self._headings.append(_Heading(len(self.lines), HEADINGS[tag], attributes, inner))
        self.lines.append(f"<{tag}{attributes}>{inner}</{tag}>")

    def write_headings(self) -> None:
        """Let all headings step down so far that the highest is of the third level."""
        lowered = _HIGHEST - min([_HIGHEST, *(heading.level for heading in self._headings)])
        for line, level, attributes, inner in self._headings:
            tag = f"h{min(level + lowered, 6)}"
            self.lines[line] = f"<{tag}{attributes}>{inner}</{tag}>"


def _attributes(block: Paragraph | Box) -> str:
    worn = block.attributes
    return "".join(attribute(name, worn[name]) for name in _ORDER if name in worn)


def _scene_break(scene_break: Break) -> str:
    symbols = attribute("data-symbols", nfc(scene_break.symbols)) if scene_break.symbols else ""
    return f'<hr class="scene-break"{symbols}>'
