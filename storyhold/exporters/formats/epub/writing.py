"""The file itself: a ZIP archive of the pages and all that belongs to them."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from storyhold.exporters.book import Book
from storyhold.exporters.cover import cover
from storyhold.exporters.formats.epub.contents import contents, old_contents
from storyhold.exporters.formats.epub.package import package
from storyhold.exporters.formats.epub.pages import Page, Pages, files_by_place
from storyhold.exporters.formats.epub.template import FILES, filled
from storyhold.exporters.formats.epub.xhtml import Inside
from storyhold.exporters.links import place_of
from storyhold.exporters.pictures import jpeg

MEDIA_TYPE = "application/epub+zip"
_PACKED = frozenset({"jpg", "png"})  # already: packing them again takes time and no space


def write(book: Book, file: IO[bytes], *, made_at: datetime) -> None:
    """Write the book as EPUB."""
    with ZipFile(file, "w") as epub:
        _put(epub, "mimetype", MEDIA_TYPE.encode(), packed=False)
        _put(epub, "META-INF/container.xml", (FILES / "container.xml").read_bytes())
        for name, content in _files(book, made_at):
            _put(epub, f"EPUB/{name}", content)


def _files(book: Book, made_at: datetime) -> Iterator[tuple[str, bytes]]:
    pictures = {one.address: f"picture-{n}.jpg" for n, one in enumerate(book.pictures, 1)}
    places = {place_of(address, site=book.site)[0]: file for address, file in files_by_place(book)}
    text = list(Pages(book, Inside(book.site, places, pictures)).all())
    pages = [_cover_page(book), text[0], contents(book, text), *text[1:]]
    for page in pages:
        yield page.file, page.xhtml.encode()
    files = ["toc.ncx", "book.css", "cover.png", *pictures.values()]
    yield "toc.ncx", old_contents(book, text).encode()
    yield "book.css", (FILES / "book.css").read_bytes()
    yield "cover.png", cover(book)
    for one in book.pictures:
        yield pictures[one.address], jpeg(one.file)
    yield "package.opf", package(book, pages, files, made_at).encode()


def _cover_page(book: Book) -> Page:
    words = f"{book.title}, {book.byline}"
    body = filled("cover.xhtml", words=escape(words))
    return Page("cover.xhtml", book.words.cover, "cover", book.words.language, "ltr", body)


def _put(epub: ZipFile, name: str, content: bytes, *, packed: bool = True) -> None:
    # Without a time of its own: what is the same twice makes the same file twice.
    entry = ZipInfo(name)
    is_packed = packed and name.rpartition(".")[2] not in _PACKED
    epub.writestr(entry, content, ZIP_DEFLATED if is_packed else ZIP_STORED)
