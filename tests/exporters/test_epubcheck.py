"""The validator of those who made EPUB finds nothing, warnings included."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.exporters.book import Book
from storyhold.exporters.edition import edition_of_series, edition_of_story
from storyhold.exporters.formats.epub.writing import write
from storyhold.prose.canonical import canonical_html
from storyhold.sample.actions import fill_archive
from storyhold.series.models import Series
from storyhold.series.queries import places_of, stories_in
from storyhold.stories.access import chapters_visible_to, stories_visible_to
from storyhold.stories.queries import chapters_with_text, for_listing
from tests.exporters.books import MADE_AT, SITE, a_book, a_story
from tests.exporters.examined import found_in

GOLDEN = Path(__file__).resolve().parent.parent / "prose" / "golden"
GUEST = AnonymousUser()

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_it_finds_nothing_in_any_story_or_series_of_the_sample_or_in_odd_texts(tmp_path):
    fill_archive()
    books = [*stories_of_the_sample(), *series_of_the_sample(), odd_texts()]
    files = [tmp_path / f"{number}.epub" for number in range(len(books))]
    for book, file in zip(books, files, strict=True):
        with file.open("wb") as opened:
            write(book, opened, made_at=MADE_AT)

    found = found_in(files)

    assert len(files) > 45
    assert found == {}


def stories_of_the_sample() -> Iterator[Book]:
    for story in for_listing(stories_visible_to(GUEST)):
        chapters = chapters_with_text(chapters_visible_to(GUEST), story)
        yield edition_of_story(story, chapters, places=places_of(GUEST, story), site=SITE)


def series_of_the_sample() -> Iterator[Book]:
    visible = chapters_visible_to(GUEST)
    for series in Series.objects.all():
        stories = [(each, chapters_with_text(visible, each)) for each in stories_in(GUEST, series)]
        if stories:
            yield edition_of_series(series, stories, site=SITE)


def odd_texts() -> Book:
    """Return every text by which `prose` is tested, each as a chapter."""
    given = sorted(GOLDEN.glob("*/given.html"))
    texts = (canonical_html(file.read_text(errors="replace"), format="html") for file in given)
    return a_book(a_story(*filter(None, texts)))
