"""The file itself."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from typing import IO

from storyhold.exporters.book import Book, Chapter, Story
from storyhold.exporters.formats.html.text import Texts
from storyhold.exporters.formats.template import Templates

MEDIA_TYPE = "text/html; charset=utf-8"
FILES = Path(__file__).resolve().parent / "files"
_filled = Templates(FILES).filled


def write(book: Book, file: IO[bytes], *, made_at: datetime) -> None:  # noqa: ARG001 — as all
    """Write the book as one page."""
    page = _Page(book)
    whole = _filled(
        "book.html",
        title=escape(book.title),
        language=escape(book.language),
        direction=book.direction,
        authors=escape(", ".join(book.authors)),
        address=escape(book.address),
        archive=escape(book.archive),
        style=(FILES / "book.css").read_text(encoding="utf-8"),
        head=page.head(),
        body="\n".join(page.stories()),
        closing_words=page.texts.html(book.closing_words, page=book.address),
    )
    file.write(whole.encode())


class _Page:
    def __init__(self, book: Book) -> None:
        self._book = book
        self.texts = Texts({picture.address: picture.file for picture in book.pictures})

    def head(self) -> str:
        """Return the title page of a book of several stories."""
        book, words = self._book, self._book.words
        if not book.is_collection:
            return ""
        summary = self._note(words.summary, book.summary, book.address)
        links = "".join(
            f'<li><a href="#story-{number}">{escape(story.title)}</a> {escape(story.byline)}</li>\n'
            for number, story in enumerate(book.stories, 1)
        )
        return _filled("collection.html", title=escape(book.title), summary=summary, links=links)

    def stories(self) -> Iterator[str]:
        for number, story in enumerate(self._book.stories, 1):
            yield self._story(story, number)

    def _story(self, story: Story, number: int) -> str:
        words = self._book.words
        return _filled(
            "story.html",
            number=number,
            language=escape(story.language),
            direction=story.direction,
            title=escape(story.title),
            byline=escape(story.byline),
            spoken=escape(words.language),
            facts="".join(f"<dt>{escape(a)}</dt> <dd>{escape(b)}</dd>\n" for a, b in story.facts),
            summary=self._note(words.summary, story.summary, story.address),
            notes=self._note(words.notes, story.notes, story.address),
            contents=self._contents(story, number),
            chapters="\n".join(self._chapter(story, chapter, number) for chapter in story.chapters),
        )

    def _contents(self, story: Story, number: int) -> str:
        if len(story.chapters) == 1:
            return ""
        links = "".join(
            f'<li><a href="#s{number}c{chapter.number}">{escape(chapter.heading)}</a></li>\n'
            for chapter in story.chapters
        )
        return f"<nav><ol>\n{links}</ol></nav>"

    def _chapter(self, story: Story, chapter: Chapter, number: int) -> str:
        words = self._book.words
        place = f"s{number}c{chapter.number}"
        spoken = escape(words.language)
        facts = " · ".join(filter(None, (chapter.signed, chapter.day)))
        return _filled(
            "chapter.html",
            place=place,
            heading="" if story.is_short else f"<h2>{escape(chapter.heading)}</h2>",
            facts=f'<p class="facts" lang="{spoken}" dir="ltr">{escape(facts)}</p>'
            if facts
            else "",
            opening_note=self._note(words.opening_note, chapter.opening_note, chapter.address),
            text=self.texts.html(chapter.html, page=chapter.address, prefix=f"{place}-"),
            closing_note=self._note(words.closing_note, chapter.closing_note, chapter.address),
        )

    def _note(self, title: str, html: str, page: str) -> str:
        if not html:
            return ""
        text = self.texts.html(html, page=page)
        language = escape(self._book.words.language)
        return _filled("note.html", title=escape(title), language=language, text=text)
