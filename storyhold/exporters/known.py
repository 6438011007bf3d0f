"""The formats that stories go out in."""

from datetime import datetime
from typing import IO, NamedTuple, Protocol

from storyhold.archive.models import Download
from storyhold.exporters.book import Book
from storyhold.exporters.formats.epub import writing as epub


class Writer(Protocol):
    """How a format writes a book."""

    def __call__(self, book: Book, file: IO[bytes], *, made_at: datetime) -> None:
        """Write the book; `made_at` is what the file says about itself."""


class Format(NamedTuple):
    """One of them."""

    ending: Download  # of the file's name
    media_type: str
    write: Writer


FORMATS = {
    Download.EPUB: Format(Download.EPUB, epub.MEDIA_TYPE, epub.write),
}
