"""Canonical HTML as the press takes it: one paragraph after the other, none inside another."""

from collections.abc import Mapping
from typing import Any

from storyhold.exporters.formats.pdf.runs import Run, Setting
from storyhold.exporters.tags import Tag, pieces

Block = dict[str, Any]

_PARAGRAPHS = frozenset(
    ("p", "h3", "h4", "h5", "h6", "pre", "li", "td", "th", "caption", "summary")
)
_BOXES = frozenset(("ul", "ol", "blockquote", "table", "thead", "tbody", "tr", "details"))
_DEEPER = frozenset(("ul", "ol", "blockquote"))


def blocks_of(html: str, *, page: str, pictures: Mapping[str, str]) -> list[Block]:
    """Return the paragraphs, scene breaks and pictures of canonical `html`, in order.

    `pictures` are the names under which the press knows the archive's pictures.
    """
    return _Reader(page, pictures).read(html)


class _Reader:
    def __init__(self, page: str, pictures: Mapping[str, str]) -> None:
        self._setting = Setting(page)
        self._pictures = pictures
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._around: list[Tag] = []
        self._items: list[int] = []  # of the lists that are open
        self._bullet = ""

    def read(self, html: str) -> list[Block]:
        for piece in pieces(html):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif self._runs or not piece.isspace():
                self._say(piece)
        return self._blocks

    def _tag(self, tag: Tag) -> None:
        if tag.name == "br":
            self._say("\n")
        elif tag.name == "img":
            self._picture(tag)
        elif tag.name == "hr":
            self._blocks.append({"kind": "break"})
        elif tag.name in _PARAGRAPHS or tag.name in _BOXES:
            self._block(tag)
        else:
            self._say(self._setting.takes(tag))

    def _say(self, letters: str) -> None:
        run = self._setting.run(letters) if letters else None
        if run:
            self._runs.append(run)

    def _picture(self, tag: Tag) -> None:
        words = tag.attributes.get("alt", "")
        file = self._pictures.get(tag.attributes.get("src", ""))
        if file:
            self._end_paragraph()
            self._blocks.append({"kind": "picture", "file": file, "words": words})
        elif words:
            self._say(f"[{words}]")

    def _block(self, tag: Tag) -> None:
        self._end_paragraph()
        if tag.name in ("ul", "ol") and not tag.is_end:
            self._items.append(0)
        elif tag.name in ("ul", "ol"):
            self._items.pop()
        elif tag.name == "li" and not tag.is_end:
            self._items[-1] += 1
            is_numbered = next(t for t in reversed(self._around) if t.name in ("ul", "ol"))
            self._bullet = f"{self._items[-1]}." if is_numbered.name == "ol" else "•"
        if tag.is_end:
            self._around.pop()
        else:
            self._around.append(tag)

    def _end_paragraph(self) -> None:
        runs, self._runs = self._runs, []
        if not runs:
            return
        name = self._around[-1].name if self._around else "p"
        block: Block = {"kind": name, "runs": runs}
        depth = sum(tag.name in _DEEPER for tag in self._around)
        block |= {"depth": depth} if depth else {}
        block |= {"bullet": self._bullet} if self._bullet else {}
        self._bullet = ""
        for tag in self._around:
            block |= {n: tag.attributes[n] for n in ("class", "lang", "dir") if n in tag.attributes}
        self._blocks.append(block)
