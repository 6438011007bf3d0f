"""Making of texts what we keep of them, by several processes where there are many.

Knows no Django, so that a process that composes starts fast and has no business with tables.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from html import unescape
from itertools import islice
from multiprocessing import get_context
from typing import Any, NamedTuple, Protocol, TypeVar

from storyhold.common.packing import pack
from storyhold.prose.canonical import guess_format, read, short_html

MANY = 2_000  # texts that are worth processes of their own
PROCESSES = 2
AT_ONCE = 16

Made = TypeVar("Made")
Text = TypeVar("Text")
Text_co = TypeVar("Text_co", covariant=True)


class HasTexts(Protocol[Text_co]):
    """Something that comes in with texts."""

    @property
    def texts(self) -> Text_co:
        """What is to be composed."""


Thing = TypeVar("Thing", bound=HasTexts[Any])


class Written(NamedTuple):
    """A short text as its author may edit it, and as it is shown."""

    source: str = ""
    html: str = ""


class ChapterTexts(NamedTuple):
    """The texts of a chapter, HTML as its readers saw it."""

    text: str
    opening_note: str
    closing_note: str


class ChapterMade(NamedTuple):
    """The same, ready to be stored."""

    html: str
    words: int
    fingerprint: str
    source_packed: bytes
    html_packed: bytes
    opening_note: Written
    closing_note: Written


class StoryTexts(NamedTuple):
    """The texts of a story, HTML as its readers saw it."""

    summary: str
    notes: str
    chapters: tuple[ChapterTexts, ...]


class StoryMade(NamedTuple):
    """The same, ready to be stored."""

    summary: Written
    notes: Written
    chapters: tuple[ChapterMade, ...]


def story_made(texts: StoryTexts) -> StoryMade:
    """Return what is kept of a story's texts."""
    chapters = tuple(map(chapter_made, texts.chapters))
    return StoryMade(written(texts.summary), written(texts.notes), chapters)


def chapter_made(texts: ChapterTexts) -> ChapterMade:
    """Return what is kept of a chapter's texts."""
    prose = read(texts.text, format="html")
    return ChapterMade(
        prose.html,
        prose.words,
        prose.fingerprint,
        pack(texts.text),
        pack(prose.html),
        written(texts.opening_note),
        written(texts.closing_note),
    )


def written(old: str) -> Written:
    """Return a summary, note or review from its HTML.

    What has no tags is given to its author as letters, because it will be read as plain text.
    """
    if not old:
        return Written()
    html = short_html(old, format="html")
    if guess_format(old) == "html":
        return Written(old, html)
    plain = unescape(old)
    return Written(plain if guess_format(plain) == "plain" else f"<p>{old}</p>", html)


def review_made(texts: tuple[str, str]) -> tuple[Written, Written]:
    """Return what is kept of a review and of the answer to it."""
    review, answer = texts
    return written(review), written(answer)


class Composer:
    """Composes texts in their order, with a pool of processes or without."""

    def __init__(self, pool: ProcessPoolExecutor | None = None) -> None:
        self._pool = pool

    def in_parts(
        self, things: Iterable[Thing], size: int, make: Callable[[Text], Made]
    ) -> Iterator[list[tuple[Thing, Made]]]:
        """Yield things that have `texts`, with what is made of these, in lists of `size`.

        While one list is put away, the processes work at the next.
        """
        waiting: deque[tuple[list[Thing], Iterator[Made]]] = deque()
        rest = iter(things)
        while part := list(islice(rest, size)):
            waiting.append((part, self._map(make, [thing.texts for thing in part])))
            if len(waiting) > 1:
                yield _together(*waiting.popleft())
        for part, made in waiting:
            yield _together(part, made)

    def _map(self, make: Callable[[Text], Made], texts: list[Text]) -> Iterator[Made]:
        if self._pool:
            return self._pool.map(make, texts, chunksize=AT_ONCE)
        return map(make, texts)


def _together(part: list[Thing], made: Iterator[Made]) -> list[tuple[Thing, Made]]:
    return list(zip(part, made, strict=True))


@contextmanager
def composer(texts: int) -> Iterator[Composer]:
    """Have somebody who composes about so many texts."""
    if texts < MANY:
        yield Composer()
        return
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        yield Composer(pool)
