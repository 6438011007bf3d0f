"""Publishing, taking back, publishing again."""

from datetime import UTC, datetime

import pytest

from storyhold.stories.actions import publishing
from storyhold.stories.actions.at_once import begin_and_publish_story, begin_story
from storyhold.stories.actions.writing import Details, Draft, save_chapter
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import ChapterIsEmpty, LastChapter, StoryHasNoText
from storyhold.stories.signals import stories_changed
from tests.cast import make_chapter, make_story

LONG_AGO = datetime(2004, 5, 6, tzinfo=UTC)


def test_publishing_a_story_publishes_the_chapters_that_have_text(ada):
    story = make_story(author=ada, chapters=2)
    empty = make_chapter(story, author=ada, text="")

    story = publishing.publish_story(story)

    empty.refresh_from_db()
    assert story.is_public
    assert story.chapter_count == 2
    assert not empty.is_public


def test_publishing_again_leaves_drafts_alone(ada):
    story = publishing.unpublish_story(make_story(author=ada, public=True))
    draft = make_chapter(story, author=ada)

    story = publishing.publish_story(story)

    draft.refresh_from_db()
    assert story.is_public
    assert not draft.is_public


def test_a_story_without_a_word_stays_a_draft(ada):
    story = make_story(author=ada, text="  \n\n")

    with pytest.raises(StoryHasNoText):
        publishing.publish_story(story)

    story.refresh_from_db()
    assert not story.is_public


def test_publishing_a_chapter_publishes_its_story(ada):
    story = make_story(author=ada)

    publishing.publish_chapter(story.chapters.get())

    story.refresh_from_db()
    assert story.is_public
    assert story.published_at is not None


def test_an_empty_chapter_stays_a_draft(ada):
    story = make_story(author=ada, text="")

    with pytest.raises(ChapterIsEmpty):
        publishing.publish_chapter(story.chapters.get())

    story.refresh_from_db()
    assert not story.is_public


def test_a_story_published_again_keeps_its_day(ada):
    story = publishing.publish_story(make_story(author=ada), at=LONG_AGO)

    story = publishing.publish_story(publishing.unpublish_story(story))

    assert story.published_at == LONG_AGO
    assert story.updated_at == LONG_AGO


def test_a_new_chapter_updates_its_story_and_an_edit_does_not(ada):
    story = make_story(author=ada, public=True)
    Chapter.objects.update(published_at=LONG_AGO)

    save_chapter(story.chapters.get(), Draft(text="Again."), by=ada, seen_revision=1)
    story.refresh_from_db()
    assert story.updated_at == LONG_AGO

    make_chapter(story, author=ada, public=True)
    story.refresh_from_db()
    assert story.updated_at > LONG_AGO


def test_a_chapter_published_again_keeps_its_day(ada):
    story = make_story(author=ada, public=True, chapters=2)
    chapter = story.chapters.get(number=2)
    day = chapter.published_at

    chapter = publishing.publish_chapter(publishing.unpublish_chapter(chapter))

    assert chapter.published_at == day


def test_the_only_public_chapter_of_a_public_story_stays(ada):
    story = make_story(author=ada, public=True)
    make_chapter(story, author=ada)

    with pytest.raises(LastChapter):
        publishing.unpublish_chapter(story.chapters.get(number=1))


def test_counters_follow_what_is_public(ada):
    story = make_story(author=ada, public=True, chapters=3, text="One two three.")

    publishing.unpublish_chapter(story.chapters.get(number=3))

    story.refresh_from_db()
    assert (story.chapter_count, story.word_count) == (2, 6)


def test_the_promise_that_a_story_is_complete(ada):
    story = make_story(author=ada, public=True)

    publishing.mark_complete(story)
    assert Story.objects.get().is_complete

    publishing.mark_in_progress(story)
    assert not Story.objects.get().is_complete


def test_beginning_and_publishing_is_done_whole_or_not_at_all(ada):
    with pytest.raises(ChapterIsEmpty):
        begin_and_publish_story(Details(title="A"), Draft(text=""), by=ada.pen_name)

    assert not Story.objects.exists()


def test_a_begun_story_is_a_draft_with_one_chapter(ada):
    chapter = begin_story(Details(title="A"), Draft(text="Once."), by=ada.pen_name)

    assert chapter.number == 1
    assert not chapter.is_public
    assert not chapter.story.is_public
    assert chapter.signed_by == ada.pen_name


def test_the_floors_above_hear_of_it(ada):
    story = make_story(author=ada)
    heard = []

    def hear(pks: list[int], **_: object) -> None:
        heard.extend(pks)

    stories_changed.connect(hear)

    publishing.publish_story(story)

    stories_changed.disconnect(hear)
    assert heard == [story.pk]
