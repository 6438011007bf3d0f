"""The contents, for today's readers and for those of EPUB 2."""

from collections.abc import Iterator
from html import escape

from storyhold.exporters.book import Book
from storyhold.exporters.formats.epub.package import identifier
from storyhold.exporters.formats.epub.pages import Page
from storyhold.exporters.formats.epub.template import filled


def contents(book: Book, pages: list[Page]) -> Page:
    """Return the page with the contents, and the landmarks that nobody sees."""
    words = book.words
    body = filled(
        "nav.xhtml",
        contents=escape(words.contents),
        entries="\n".join(_entries(pages)),
        landmarks="\n".join(_landmarks(book, pages)),
    )
    return Page("nav.xhtml", words.contents, "frontmatter", words.language, "ltr", body)


def _entries(pages: list[Page]) -> Iterator[str]:
    """Yield the lines of a list, in which what lies deeper is a list in its entry."""
    depth = 1
    for place, page in enumerate(pages):
        deeper = page.depth > depth
        if deeper:
            yield "<ol>"
        elif page.depth < depth:
            yield "</li></ol></li>"
        elif place:
            yield "</li>"
        depth = page.depth
        yield f"<li>{_link(page)}"
    yield "</li>" if depth == 1 else "</li></ol></li>"


def _link(page: Page) -> str:
    spoken = f'lang="{escape(page.language)}" xml:lang="{escape(page.language)}"'
    return f'<a href="{page.file}" {spoken} dir="{page.direction}">{escape(page.title)}</a>'


def _landmarks(book: Book, pages: list[Page]) -> Iterator[str]:
    words = book.words
    first = next((page for page in pages if page.kind == "chapter"), pages[0])
    yield _landmark("cover", "cover.xhtml", words.cover)
    yield _landmark("titlepage", "title.xhtml", words.title_page)
    yield _landmark("toc", "nav.xhtml", words.contents)
    yield _landmark("bodymatter", first.file, first.title)


def _landmark(kind: str, file: str, words: str) -> str:
    return f'<li><a epub:type="{kind}" href="{file}">{escape(words)}</a></li>'


def old_contents(book: Book, pages: list[Page]) -> str:
    """Return the same for readers of EPUB 2."""
    return filled(
        "toc.ncx",
        language=escape(book.words.language),
        identifier=identifier(book),
        title=escape(book.title),
        points="\n".join(_points(pages)),
    )


def _points(pages: list[Page]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        label = f"<navLabel><text>{escape(page.title)}</text></navLabel>"
        content = f'<content src="{page.file}"/>'
        yield f'<navPoint id="point-{number}" playOrder="{number}">{label}{content}</navPoint>'
