"""Making stories and chapters public, and taking them back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now

from storyhold.common.refusal import Refusal
from storyhold.notices.actions import withdraw
from storyhold.stories.actions.contributions import refuse_unless_open, tell_of_contribution
from storyhold.stories.actions.counting import refresh_counters
from storyhold.stories.actions.holding import hold_chapter
from storyhold.stories.actions.limits import refuse_wrong_length
from storyhold.stories.actions.news import announce, withdraw_news_of
from storyhold.stories.actions.ordering import close_gaps
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import (
    ChapterIsEmpty,
    LastChapter,
    StaysADraft,
    StoryHasNoText,
)
from storyhold.stories.signals import first_published


@transaction.atomic
def publish_story(story: Story, *, at: datetime | None = None) -> Story:
    """Make a story public.

    If none of its chapters is public yet, all that have text become so; otherwise its drafts
    stay drafts. A public story is returned untouched. `at` is for stories that are older than
    this archive, and than its rules. Raises `StoryHasNoText`, and as `refuse_wrong_length` does
    where no chapter is as long as it should be.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.is_public:
        return story
    if not story.chapters.filter(deleted_at=None, is_public=True).exists():
        _publish_all_that_fit(story, at)
    is_new = story.published_at is None
    _open(story, at or now())
    if is_new and at is None:
        first = story.chapters.filter(deleted_at=None, is_public=True).order_by("number")[0]
        first_published.send(Chapter, chapter=first, is_new_story=True)
    return story


def _publish_all_that_fit(story: Story, at: datetime | None) -> None:
    written = story.chapters.filter(deleted_at=None, word_count__gt=0)
    misfit: Refusal = StoryHasNoText()
    published = 0
    for chapter in written.exclude(is_writers_own=True):
        try:
            _refuse_unfit(chapter, at)
        except StaysADraft as refusal:
            misfit = refusal
        else:
            _make_public(chapter, at or now())
            published += 1
    if not published:
        raise misfit


@transaction.atomic
def publish_chapter(chapter: Chapter, *, at: datetime | None = None) -> Chapter:
    """Make a draft chapter public, and its story with it.

    A chapter that is already public is returned untouched. Raises `ChapterIsEmpty`,
    `RoundRobinIsClosed`, and what `limits.refuse_wrong_length` refuses.
    """
    chapter = hold_chapter(chapter.pk)
    if chapter.word_count == 0:
        raise ChapterIsEmpty(number=chapter.number)
    chapter.story = story = Story.objects.get(pk=chapter.story_id)
    refuse_unless_open(story, chapter)
    is_new, is_new_story = chapter.published_at is None, story.published_at is None
    if not chapter.is_public:
        _refuse_unfit(chapter, at)
        _make_public(chapter, at or now())
        close_gaps(story)
        chapter.refresh_from_db(fields=["number"])
        tell_of_contribution(chapter)
    _open(story, at or now())
    if is_new and at is None:
        first_published.send(Chapter, chapter=chapter, is_new_story=is_new_story)
    return chapter


def _refuse_unfit(chapter: Chapter, at: datetime | None) -> None:
    if at is None:
        refuse_wrong_length(chapter)


@transaction.atomic
def unpublish_story(story: Story) -> Story:
    """Take a story back: its authors alone can see it. Reviews and numbers are kept."""
    story.is_public = False
    story.save(update_fields=["is_public"])
    withdraw_news_of(story)
    announce(story)
    return story


@transaction.atomic
def unpublish_chapter(chapter: Chapter) -> Chapter:
    """Make a public chapter a draft again. Raises `LastChapter` for the only public one."""
    story = Story.objects.select_for_update().get(pk=chapter.story_id)
    keep_one_public(story, without=chapter)
    chapter.is_public = False
    chapter.save(update_fields=["is_public"])
    withdraw(f"chapter:{chapter.pk}")
    close_gaps(story)
    refresh_counters(story)
    announce(story)
    return chapter


@transaction.atomic
def mark_complete(story: Story) -> None:
    """Promise readers that the story has its last chapter."""
    _say_whether_complete(story, True)


@transaction.atomic
def mark_in_progress(story: Story) -> None:
    """Tell readers that more chapters are to come."""
    _say_whether_complete(story, False)


def _say_whether_complete(story: Story, is_complete: bool) -> None:
    story.is_complete = is_complete
    story.save(update_fields=["is_complete"])
    announce(story)


def keep_one_public(story: Story, *, without: Chapter) -> None:
    """Raise `LastChapter` if a public story would have no public chapter left."""
    others = story.chapters.filter(deleted_at=None, is_public=True).exclude(pk=without.pk)
    if story.is_public and without.is_public and not others.exists():
        raise LastChapter


def _make_public(chapter: Chapter, at: datetime) -> None:
    chapter.is_public = True
    chapter.published_at = chapter.published_at or at
    chapter.held_at = None
    chapter.save(update_fields=["is_public", "published_at", "held_at"])


def _open(story: Story, at: datetime) -> None:
    story.is_public = True
    story.published_at = story.published_at or at
    story.save(update_fields=["is_public", "published_at"])
    refresh_counters(story)
    announce(story)
