"""The file itself. Emphasis is as authors type it here, so that it can come back as it went."""

from datetime import datetime
from typing import IO

from storyhold.exporters.book import Book
from storyhold.exporters.formats.lines import Inline, Mark, Signs
from storyhold.exporters.formats.telling import Teller

MEDIA_TYPE = "text/plain; charset=utf-8"
_EMPHASIS = {"em": "*", "cite": "*", "strong": "**"}
_OPENS, _CLOSES = {"q": "“", "rt": "("}, {"q": "”", "rt": ")"}
_LONGEST_LINE = 60


def write(book: Book, file: IO[bytes], *, made_at: datetime) -> None:  # noqa: ARG001 — as all
    """Write the book as text in UTF-8, with the mark at its head by which old programs know it."""
    file.write(f"\ufeff{_PlainTeller().told(book)}".encode(errors="replace"))


class PlainSigns(Signs):
    """Those that authors type: *so*, and **so**."""

    def inline(self, run: Inline) -> str:
        """Return the letters with stars; the brackets around a reading are ours."""
        kept: Inline = []
        is_bracket = False
        for piece in run:
            if isinstance(piece, Mark) and piece.tag.name == "rp":
                is_bracket = not piece.tag.is_end
            elif not is_bracket:
                kept.append(piece)
        return super().inline(kept)

    def sign(self, mark: Mark) -> str:
        """Return stars for emphasis, brackets for readings, and nothing for the rest."""
        name = mark.tag.name
        others = _CLOSES if mark.tag.is_end else _OPENS
        return _EMPHASIS.get(name) or others.get(name, "")

    def row(self, symbols: str) -> str:
        """Return the row as it was typed."""
        return symbols or self.scene_break


class _PlainTeller(Teller):
    def signs(self, page: str) -> Signs:  # noqa: ARG002 — links are left out
        return PlainSigns()

    def heading(self, level: int, words: str) -> str:
        line = "=-"[level - 1] * min(len(words), _LONGEST_LINE)
        return f"\n{words}\n{line}"
