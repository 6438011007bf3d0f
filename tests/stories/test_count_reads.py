"""Readers are counted once a day, and not known."""

import threading
from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.stories import reads
from storyhold.stories.models import DaySalt, ReadMark, ReadsOfDay, Story
from tests.cast import make_story


@pytest.fixture(autouse=True)
def _no_timer(monkeypatch):
    """Notes are written when the test says so."""
    monkeypatch.setattr(reads, "_waiting", set())
    monkeypatch.setattr(reads, "_timer", threading.Timer(0, reads.write_reads))


@pytest.fixture
def story(ada):
    return make_story(author=ada, public=True)


def read_count(story):
    reads.write_reads()
    story.refresh_from_db()
    return story.read_count


def test_a_visitor_counts_once_a_day(story):
    for _ in range(3):
        reads.note_read(story.pk, None, "203.0.113.9 Firefox")

    assert read_count(story) == 1

    reads.note_read(story.pk, None, "203.0.113.9 Firefox")
    assert read_count(story) == 1


def test_two_visitors_count_twice(story):
    reads.note_read(story.pk, None, "203.0.113.9 Firefox")
    reads.note_read(story.pk, None, "203.0.113.10 Firefox")

    assert read_count(story) == 2


def test_the_next_day_counts_again(story, monkeypatch):
    reads.note_read(story.pk, None, "one")
    reads.write_reads()

    monkeypatch.setattr(reads, "now", lambda: now() + timedelta(days=1))
    reads.note_read(story.pk, None, "one")

    assert read_count(story) == 2


def test_each_story_counts_for_itself(story, ada):
    other = make_story(author=ada, public=True)
    for each in (story, other):
        reads.note_read(each.pk, None, "one")

    assert read_count(story) == read_count(other) == 1


def test_a_story_that_is_gone_is_no_trouble(story):
    reads.note_read(10**9, None, "one")
    reads.note_read(story.pk, None, "one")

    assert read_count(story) == 1


def test_no_address_is_kept(story):
    reads.note_read(story.pk, None, "203.0.113.9 Firefox")
    reads.write_reads()

    assert len(bytes(ReadMark.objects.get().visitor)) == 16
    assert b"203" not in bytes(ReadMark.objects.get().visitor)


def test_the_day_after_nothing_is_left_but_the_number(story, monkeypatch):
    reads.note_read(story.pk, None, "one")
    reads.write_reads()

    monkeypatch.setattr(reads, "now", lambda: now() + timedelta(days=1))
    reads.forget_yesterday()

    assert not ReadMark.objects.exists()
    assert not DaySalt.objects.exists()
    assert read_count(story) == 1


def test_chapters_are_counted_too_and_the_story_once(ada):
    story = make_story(author=ada, public=True, chapters=2)
    first, second = story.chapters.all()

    for chapter in (first, second, first, None):
        reads.note_read(story.pk, chapter and chapter.pk, "one")
    reads.note_read(story.pk, first.pk, "another")

    assert read_count(story) == 2
    assert [chapter.read_count for chapter in story.chapters.all()] == [2, 1]
    of_days = ReadsOfDay.objects.order_by("pk").values_list("chapter__number", "reads")
    assert dict(of_days) == {None: 2, 1: 2, 2: 1}


def test_a_chapter_that_is_gone_is_no_trouble(story):
    reads.note_read(story.pk, 10**9, "one")

    assert read_count(story) == 0


def test_a_story_that_is_much_read_shows_new_reads_in_steps(story):
    Story.objects.filter(pk=story.pk).update(read_count=100)

    reads.note_read(story.pk, None, "203.0.113.9 Firefox")
    assert read_count(story) == 100

    reads.note_read(story.pk, None, "203.0.113.10 Firefox")
    assert read_count(story) == 102
