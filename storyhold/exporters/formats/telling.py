"""A book told from its title to its end in lines: what plain text and Markdown share."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from storyhold.exporters.book import Book, Chapter, Story
from storyhold.exporters.formats.lines import Signs, in_lines


class Teller(ABC):
    """Tells a book in the signs of one format."""

    rule = "-" * 60
    line_end = "\n"

    def told(self, book: Book) -> str:
        """Return the whole book."""
        return "\n\n".join(part for part in self._parts(book) if part) + "\n"

    @abstractmethod
    def signs(self, page: str) -> Signs:
        """Return the signs for a text that stood on this page."""

    @abstractmethod
    def heading(self, level: int, words: str) -> str:
        """Return a heading; the title has the first level."""

    def letters(self, words: str) -> str:
        """Return words that stand for themselves."""
        return words

    def _parts(self, book: Book) -> Iterator[str]:
        if book.is_collection:
            yield self.heading(1, book.title)
            yield self.letters(book.byline)
            yield self._text(book.summary, book.address)
        for story in book.stories:
            yield from self._story(book, story)
        yield self.rule
        yield self._lines(book.archive, book.address)
        yield self._text(book.closing_words, book.address)

    def _story(self, book: Book, story: Story) -> Iterator[str]:
        words = book.words
        yield self.heading(1, story.title)
        yield self.letters(story.byline)
        yield self._lines(*(f"{place.series}, {place.number}" for place in book.places))
        yield self._note(words.summary, story.summary, story.address)
        yield self._lines(*(f"{name}: {fact}" for name, fact in story.facts))
        yield self._note(words.notes, story.notes, story.address)
        for chapter in story.chapters:
            yield from self._chapter(book, story, chapter)

    def _chapter(self, book: Book, story: Story, chapter: Chapter) -> Iterator[str]:
        words, page = book.words, chapter.address
        yield self.rule if story.is_short else self.heading(2, chapter.heading)
        yield self._lines(*filter(None, (chapter.signed, chapter.day)))
        yield self._note(words.opening_note, chapter.opening_note, page)
        yield self._text(chapter.html, page)
        yield self._note(words.closing_note, chapter.closing_note, page)

    def _lines(self, *lines: str) -> str:
        return self.line_end.join(map(self.letters, lines))

    def _note(self, title: str, html: str, page: str) -> str:
        if not html:
            return ""
        return f"{self.letters(f'[{title}]')}\n\n{self._text(html, page)}"

    def _text(self, html: str, page: str) -> str:
        return in_lines(html, self.signs(page))
