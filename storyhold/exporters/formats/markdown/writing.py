"""The file itself."""

from datetime import datetime
from typing import IO

from storyhold.exporters.book import Book
from storyhold.exporters.formats.lines import Signs
from storyhold.exporters.formats.markdown.signs import MarkdownSigns, plain
from storyhold.exporters.formats.telling import Teller

MEDIA_TYPE = "text/markdown; charset=utf-8"


def write(book: Book, file: IO[bytes], *, made_at: datetime) -> None:  # noqa: ARG001 — as all
    """Write the book as CommonMark in UTF-8."""
    file.write(_MarkdownTeller().told(book).encode(errors="replace"))


class _MarkdownTeller(Teller):
    rule = "---"
    line_end = "\\\n"

    def signs(self, page: str) -> Signs:
        return MarkdownSigns(page)

    def heading(self, level: int, words: str) -> str:
        return f"{'#' * level} {self.letters(words)}"

    def letters(self, words: str) -> str:
        return plain(words)
