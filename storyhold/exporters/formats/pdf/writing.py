"""The file itself."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import IO, Any

from storyhold.exporters.book import Book, Chapter, Story
from storyhold.exporters.formats.pdf.blocks import Block, blocks_of
from storyhold.exporters.press.asking import first_pressed

MEDIA_TYPE = "application/pdf"
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_JOINERS = dict.fromkeys([0x200D, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)])


def write(book: Book, file: IO[bytes], *, made_at: datetime) -> None:  # noqa: ARG001 — as all
    """Write the book for paper.

    Emoji without a typeface are words, and a series whose title has none is left out. Raises
    `LettersHaveNoFace` where the text itself has such letters.
    """
    facts = _Facts(book)
    file.write(first_pressed("book", _choices(facts.all()), facts.files))


def _choices(facts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield facts
    spelled = _spelled(facts)
    if spelled != facts:
        yield spelled
    if facts["places"]:
        yield spelled | {"places": []}


class _Facts:
    """All that the template asks for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.files = {f"{n}.webp": str(one.file) for n, one in enumerate(book.pictures)}
        self._pictures = {one.address: f"{n}.webp" for n, one in enumerate(book.pictures)}

    def all(self) -> dict[str, Any]:
        book = self._book
        plain = {
            name: getattr(book, name)
            for name in (
                "title",
                "byline",
                "authors",
                "language",
                "direction",
                "archive",
                "address",
            )
        }
        return plain | {
            "is_collection": book.is_collection,
            "words": asdict(book.words),
            "places": [f"{place.series}, {place.number}" for place in book.places],
            "summary": self._blocks(book.summary, book.address),
            "stories": [self._story(story) for story in book.stories],
            "closing_words": self._blocks(book.closing_words, book.address),
        }

    def _story(self, story: Story) -> dict[str, Any]:
        return {
            "title": story.title,
            "byline": story.byline,
            "language": story.language,
            "direction": story.direction,
            "facts": story.facts,
            "summary": self._blocks(story.summary, story.address),
            "notes": self._blocks(story.notes, story.address),
            "is_short": story.is_short,
            "chapters": [self._chapter(chapter) for chapter in story.chapters],
        }

    def _chapter(self, chapter: Chapter) -> dict[str, Any]:
        page = chapter.address
        return {
            "heading": chapter.heading,
            "facts": " · ".join(filter(None, (chapter.signed, chapter.day))),
            "opening_note": self._blocks(chapter.opening_note, page),
            "text": self._blocks(chapter.html, page),
            "closing_note": self._blocks(chapter.closing_note, page),
        }

    def _blocks(self, html: str, page: str) -> list[Block]:
        return blocks_of(html, page=page, pictures=self._pictures)


def _spelled(value: Any) -> Any:
    """Return the facts with each emoji as its name: [grinning face]."""
    if isinstance(value, str):
        return _EMOJI.sub(_named, value).translate(_JOINERS)
    if isinstance(value, dict):
        return {name: _spelled(each) for name, each in value.items()}
    return [_spelled(each) for each in value] if isinstance(value, list | tuple) else value


def _named(emoji: re.Match[str]) -> str:
    return f"[{unicodedata.name(emoji[0], 'symbol').lower()}]"
