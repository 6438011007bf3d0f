"""The pages of a book, in the order in which they are read."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from storyhold.exporters.book import Book, Chapter, Story
from storyhold.exporters.formats.epub.template import filled
from storyhold.exporters.formats.epub.xhtml import Inside, xhtml


class Page(NamedTuple):
    """One XHTML file of the book."""

    file: str
    title: str
    kind: str  # of the vocabulary for EPUB's structure
    language: str
    direction: str
    body: str
    depth: int = 1  # in the contents

    @property
    def xhtml(self) -> str:
        """The whole file."""
        return filled(
            "page.xhtml",
            title=escape(self.title),
            kind=self.kind,
            language=escape(self.language),
            direction=self.direction,
            body=self.body,
        )


class Pages:
    """Makes the pages of one book."""

    def __init__(self, book: Book, inside: Inside) -> None:
        self._book = book
        self._inside = inside

    def all(self) -> Iterator[Page]:
        """Yield the pages after the cover: title page, chapters, and where it all comes from."""
        if self._book.is_collection:
            yield self._title_page_of_collection()
        for number, story in enumerate(self._book.stories, 1):
            yield self._title_page(story, number)
            for chapter in story.chapters:
                yield self._chapter(story, chapter, number)
        yield self._colophon()

    def _title_page_of_collection(self) -> Page:
        book, words = self._book, self._book.words
        summary = self._note(words.summary, book.summary, book.address)
        body = filled(
            "title-page.xhtml",
            title=escape(book.title),
            byline=escape(book.byline),
            places="",
            facts="",
            summary=summary,
            notes="",
            language=escape(words.language),
        )
        return Page("title.xhtml", book.title, "titlepage", book.language, book.direction, body)

    def _title_page(self, story: Story, number: int) -> Page:
        words = self._book.words
        body = filled(
            "title-page.xhtml",
            title=escape(story.title),
            byline=escape(story.byline),
            places=self._places(),
            facts=self._facts(story),
            summary=self._note(words.summary, story.summary, story.address),
            notes=self._note(words.notes, story.notes, story.address),
            language=escape(words.language),
        )
        file = file_of_story(self._book, number)
        return Page(file, story.title, "titlepage", story.language, story.direction, body)

    def _places(self) -> str:
        return "".join(
            f'<p class="place"><a href="{escape(place.address)}">{escape(place.series)}</a>, '
            f"{place.number}</p>\n"
            for place in self._book.places
        )

    def _facts(self, story: Story) -> str:
        facts = "".join(
            f"<div><dt>{escape(name)}</dt> <dd>{escape(fact)}</dd></div>\n"
            for name, fact in story.facts
        )
        language = escape(self._book.words.language)
        return filled("facts.xhtml", facts=facts, language=language) if facts else ""

    def _chapter(self, story: Story, chapter: Chapter, number: int) -> Page:
        words = self._book.words
        title = story.title if story.is_short else chapter.heading
        body = filled(
            "chapter.xhtml",
            heading=_heading(story, chapter),
            day=_line("day", chapter.day, words.language),
            signed=_line("signed", chapter.signed, words.language),
            opening_note=self._note(words.opening_note, chapter.opening_note, chapter.address),
            text=xhtml(chapter.html, page=chapter.address, inside=self._inside),
            closing_note=self._note(words.closing_note, chapter.closing_note, chapter.address),
        )
        file = file_of_chapter(self._book, number, chapter)
        depth = 2 if self._book.is_collection else 1
        return Page(file, title, "chapter", story.language, story.direction, body, depth)

    def _note(self, title: str, html: str, page: str) -> str:
        if not html:
            return ""
        text = xhtml(html, page=page, inside=self._inside)
        language = escape(self._book.words.language)
        return filled("note.xhtml", title=escape(title), language=language, text=text)

    def _colophon(self) -> Page:
        book, words = self._book, self._book.words
        body = filled(
            "colophon.xhtml",
            heading=escape(words.colophon),
            archive=escape(book.archive),
            address=escape(book.address),
            closing_words=xhtml(book.closing_words, page=book.site, inside=self._inside),
        )
        return Page("colophon.xhtml", words.colophon, "colophon", words.language, "ltr", body)


def _heading(story: Story, chapter: Chapter) -> str:
    if story.is_short:
        return escape(story.title)
    if not chapter.title:
        return escape(chapter.label)
    label = f'<span class="number">{escape(chapter.label)}</span>'
    return f"{label} <span>{escape(chapter.title)}</span>"


def _line(kind: str, words: str, language: str) -> str:
    attributes = f'class="{kind}" lang="{language}" xml:lang="{language}"'
    return f"<p {attributes}>{escape(words)}</p>\n" if words else ""


def file_of_story(book: Book, number: int) -> str:
    """Return the file of a story's title page."""
    return f"story-{number}.xhtml" if book.is_collection else "title.xhtml"


def file_of_chapter(book: Book, number: int, chapter: Chapter) -> str:
    """Return the file of a chapter of a story."""
    of_story = f"story-{number}-" if book.is_collection else ""
    return f"{of_story}chapter-{chapter.number}.xhtml"


def files_by_place(book: Book) -> Iterator[tuple[str, str]]:
    """Yield the address of each story and chapter in the book with its file."""
    for number, story in enumerate(book.stories, 1):
        yield story.address, file_of_story(book, number)
        for chapter in story.chapters:
            yield chapter.address, file_of_chapter(book, number, chapter)
