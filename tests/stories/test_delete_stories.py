"""Deleting, bringing back, and what happens after 30 days."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.stories.actions import trash
from storyhold.stories.models import Chapter, Revision, Story
from storyhold.stories.rules import days_left
from tests.cast import make_review, make_story


@pytest.fixture
def days_pass(monkeypatch):
    """Let the trash believe that it is later."""

    def later(**time: float) -> None:
        monkeypatch.setattr(trash, "now", lambda: now() + timedelta(**time))

    return later


def test_a_story_comes_back_as_it_was(ada):
    story = make_story(author=ada, public=True, chapters=2)
    before = Story.objects.values().get()

    trash.delete_story(story)
    trash.restore_story(story)

    assert Story.objects.values().get() == before


def test_a_public_chapter_comes_back_public_and_is_counted(ada):
    story = make_story(author=ada, public=True, chapters=2, text="One two.")
    chapter = story.chapters.get(number=1)

    trash.delete_chapter(chapter)
    story.refresh_from_db()
    assert (story.chapter_count, story.word_count) == (1, 2)

    chapter.refresh_from_db()
    trash.restore_chapter(chapter)
    story.refresh_from_db()
    assert (story.chapter_count, story.word_count) == (2, 4)


def test_nothing_goes_within_thirty_days(ada, days_pass):
    trash.delete_story(make_story(author=ada))

    days_pass(days=29, hours=23)

    assert trash.empty_trash() == 0
    assert Story.objects.exists()


def test_after_thirty_days_a_story_goes_with_all_that_belongs_to_it(ada, ben, days_pass):
    story = make_story(author=ada, public=True, chapters=2)
    make_review(story.chapters.get(number=1), by=ben)
    kept = make_story(author=ada, title="Kept", public=True)
    trash.delete_story(story)

    days_pass(days=30, minutes=1)

    assert trash.empty_trash() > 0
    assert list(Story.objects.all()) == [kept]
    assert Chapter.objects.count() == Revision.objects.count() == 1


def test_after_thirty_days_a_chapter_goes_and_its_story_stays(ada, days_pass):
    story = make_story(author=ada, public=True, chapters=2)
    trash.delete_chapter(story.chapters.get(number=1))

    days_pass(days=31)
    trash.empty_trash()

    assert [chapter.title for chapter in story.chapters.all()] == ["Part 2"]


@pytest.mark.parametrize(
    ("ago", "left"), [(0, 30), (0.5, 30), (1, 29), (29.5, 1), (30, 0), (400, 0)]
)
def test_days_left(ago, left):
    at = now()

    assert days_left(at - timedelta(days=ago), at=at) == left


def test_a_chapter_brought_back_in_two_tabs_leaves_no_gap(ada):
    story = make_story(author=ada, chapters=3)
    first = story.chapters.get(number=1)
    trash.delete_chapter(first)
    in_one_tab, in_another = (Chapter.objects.get(pk=first.pk) for _tab in range(2))

    trash.restore_chapter(in_one_tab)
    trash.restore_chapter(in_another)

    assert list(story.chapters.order_by("number").values_list("number", flat=True)) == [1, 2, 3]
