"""Books to write, without a database."""

from dataclasses import replace
from datetime import UTC, datetime

from storyhold.exporters.book import Book, Chapter, Place, Story, Words

MADE_AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
SITE = "https://archive.example"
WORDS = Words(
    language="en",
    cover="Cover",
    title_page="Title page",
    contents="Contents",
    summary="Summary",
    notes="Notes on the story",
    opening_note="Opening note",
    closing_note="Closing note",
    colophon="Where this comes from",
)


def a_chapter(number: int, html: str, title: str = "", **more: str) -> Chapter:
    label = f"Chapter {number}"
    heading = f"{label}: {title}" if title else label
    address = f"{SITE}/stories/1/chapters/{number}/"
    return Chapter(number, title, label, heading, html, address, **more)


def a_story(*texts: str, **more: object) -> Story:
    chapters = tuple(a_chapter(n, text, f"Part {n}") for n, text in enumerate(texts, 1))
    story = Story(
        title="The Piano at Low Water",
        byline="by Ada and Ben",
        authors=("Ada", "Ben"),
        language="en",
        direction="ltr",
        address=f"{SITE}/stories/1/",
        facts=(("Rating", "Teen"), ("Words", "1,204")),
        chapters=chapters,
        summary="<p>Something <em>floats</em>.</p>",
    )
    return replace(story, **more)


def a_book(*stories: Story, **more: object) -> Book:
    first = stories[0]
    book = Book(
        title=first.title,
        byline=first.byline,
        authors=first.authors,
        language=first.language,
        direction=first.direction,
        archive="The Lamp Room",
        site=SITE,
        path="/stories/1/",
        stories=stories,
        words=WORDS,
        summary=first.summary,
        published="2026-05-04",
        subjects=("Sea", "Ghosts & lamps"),
        places=(Place("The Tide Books", f"{SITE}/series/2/", 3),),
    )
    return replace(book, **more)
