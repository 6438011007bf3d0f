"""The formats that stories go out in."""

from datetime import datetime
from typing import IO, NamedTuple, Protocol

from storyhold.archive.models import Download
from storyhold.exporters.book import Book
from storyhold.exporters.cover import cover
from storyhold.exporters.formats.epub import writing as epub
from storyhold.exporters.formats.html import writing as html
from storyhold.exporters.formats.markdown import writing as markdown
from storyhold.exporters.formats.pdf import writing as pdf
from storyhold.exporters.formats.text import writing as text


class Writer(Protocol):
    """How a format writes a book."""

    def __call__(self, book: Book, file: IO[bytes], *, made_at: datetime) -> None:
        """Write the book; `made_at` is what the file says about itself."""


class Format(NamedTuple):
    """One of them."""

    ending: str  # of the file's name
    media_type: str
    write: Writer
    most_words: int = 3_000_000


FORMATS = {
    Download.EPUB: Format(Download.EPUB, epub.MEDIA_TYPE, epub.write),
    # The press needs some two gigabytes for a million words.
    Download.PDF: Format(Download.PDF, pdf.MEDIA_TYPE, pdf.write, most_words=500_000),
    Download.HTML: Format(Download.HTML, html.MEDIA_TYPE, html.write),
    Download.TEXT: Format(Download.TEXT, text.MEDIA_TYPE, text.write),
    Download.MARKDOWN: Format(Download.MARKDOWN, markdown.MEDIA_TYPE, markdown.write),
}


def _write_cover(book: Book, file: IO[bytes], *, made_at: datetime) -> None:  # noqa: ARG001
    file.write(cover(book))


COVER = Format("png", "image/png", _write_cover)
