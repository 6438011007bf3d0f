"""Canonical HTML as lines of text, in the signs of one format."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import NamedTuple

from storyhold.exporters.tags import Tag, pieces

_PARAGRAPHS = frozenset(("p", "h3", "h4", "h5", "h6", "pre", "caption", "summary"))
_QUOTING = frozenset(("blockquote", "ul", "ol", "li"))


class Mark(NamedTuple):
    """Where an inline element begins or ends."""

    tag: Tag
    depth: int  # among those of its name


Inline = list[str | Mark]


class Signs(ABC):
    """How a format writes what is not letters. The defaults are those of plain text."""

    quote = "    "
    item = "- "
    line_end = "\n"
    scene_break = "* * *"

    def inline(self, run: Inline) -> str:
        """Return the letters of a paragraph with the signs of its emphasis."""
        return "".join(each if isinstance(each, str) else self.sign(each) for each in run)

    @abstractmethod
    def sign(self, mark: Mark) -> str:
        """Return the sign for the beginning or the end of an inline element."""

    def picture(self, tag: Tag) -> str:
        """Return what stands for a picture."""
        words = tag.attributes.get("alt", "")
        return f"[{words}]" if words else ""

    def heading(self, level: int, text: str) -> str:  # noqa: ARG002 — others look at the level
        """Return a heading within a text."""
        return text

    def row(self, symbols: str) -> str:  # noqa: ARG002 — others have one of their own
        """Return a scene break that was typed with these symbols, if any."""
        return self.scene_break


def in_lines(html: str, signs: Signs) -> str:
    """Return the paragraphs of canonical `html`, a blank line between them."""
    return "\n\n".join(_Writer(signs).written(html))


@dataclass
class _List:
    tag: str
    items: int = 0


@dataclass
class _Writer:
    signs: Signs
    blocks: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)  # what each line begins with
    lists: list[_List] = field(default_factory=list)
    bullet: str = ""  # of the item that has no text yet
    run: Inline = field(default_factory=list)
    cells: list[str] = field(default_factory=list)  # of the row so far
    cells_open: int = 0
    depths: dict[str, int] = field(default_factory=dict)

    def written(self, html: str) -> list[str]:
        for piece in pieces(html):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif self.run or not piece.isspace():
                self.run.append(piece)
        self._end_paragraph("p")
        return self.blocks

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self.run.append(self.signs.line_end)
        elif name == "img":
            self.run.append(self.signs.picture(tag))
        elif name == "hr":
            self._add(self.signs.row(tag.attributes.get("data-symbols", "")))
        elif name in ("td", "th", "tr"):
            self._table_part(tag)
        elif name in _PARAGRAPHS or name in _QUOTING:
            self._end_paragraph(name)
            self._enter_or_leave(tag)
        elif name not in ("table", "thead", "tbody", "details"):
            self._inline(tag)

    def _inline(self, tag: Tag) -> None:
        depth = self.depths.get(tag.name, 0) - tag.is_end
        self.depths[tag.name] = depth + (not tag.is_end)
        self.run.append(Mark(tag, depth))

    def _table_part(self, tag: Tag) -> None:
        if tag.name != "tr":
            self.cells_open += -1 if tag.is_end else 1
        if not tag.is_end:
            return
        if tag.name == "tr":
            self._add(" | ".join(self.cells))
            self.cells = []
        else:
            text = self.signs.inline(self.run).replace(self.signs.line_end, " ")
            self.cells.append(" ".join(text.split()))
            self.run = []

    def _enter_or_leave(self, tag: Tag) -> None:
        if tag.name not in _QUOTING:
            return
        if tag.is_end:
            self._leave(tag.name)
        elif tag.name == "blockquote":
            self.around.append(self.signs.quote)
        elif tag.name == "li":
            self._enter_item()
        else:
            self.lists.append(_List(tag.name))

    def _enter_item(self) -> None:
        inner = self.lists[-1]
        inner.items += 1
        self.bullet = f"{inner.items}. " if inner.tag == "ol" else self.signs.item
        self.around.append(" " * len(self.bullet))

    def _leave(self, name: str) -> None:
        if name in ("ul", "ol"):
            self.lists.pop()
        else:
            self.around.pop()

    def _end_paragraph(self, name: str) -> None:
        if self.cells_open:
            self.run.append(" ")
            return
        run, self.run = self.run, []
        if not run:
            return
        text = self.signs.inline(run).strip()
        self._add(self.signs.heading(int(name[1]), text) if name[0] == "h" else text)

    def _add(self, text: str) -> None:
        if not text:
            return
        around = "".join(self.around)
        first = around[: len(around) - len(self.bullet)] + self.bullet if self.bullet else around
        lines = text.split("\n")
        self.bullet = ""
        rest = [f"{around}{line}".rstrip() for line in lines[1:]]
        self.blocks.append("\n".join([f"{first}{lines[0]}", *rest]))
