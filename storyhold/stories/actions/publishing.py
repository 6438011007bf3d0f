"""Making stories and chapters public, and taking them back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.common.refusal import Refusal
from storyhold.notices.actions import withdraw
from storyhold.stories.actions.contributions import refuse_unless_open, tell_of_contribution
from storyhold.stories.actions.counting import refresh_counters
from storyhold.stories.actions.holding import hold_chapter
from storyhold.stories.actions.limits import refuse_wrong_length
from storyhold.stories.actions.news import announce, withdraw_news_of
from storyhold.stories.actions.ordering import close_gaps
from storyhold.stories.actions.submitting import has_to_wait, hold, stop_waiting
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import (
    ChapterIsEmpty,
    LastChapter,
    StaysADraft,
    StoryHasNoText,
)
from storyhold.stories.signals import first_published


@transaction.atomic
def publish_story(story: Story, *, by: Member | None = None, at: datetime | None = None) -> Story:
    """Make a story public, or where the work of `by` waits, hand it in.

    If none of its chapters is public yet, all that have text become so; otherwise its drafts
    stay drafts. A public story is returned untouched. Without `by` it is the archive that
    publishes, and nothing waits. `at` is for stories that are older than this archive, and than
    its rules. Raises `StoryHasNoText`, `PublishingIsClosed`, and as `refuse_wrong_length` does
    where no chapter is as long as it should be.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    if story.is_public:
        return story
    public = story.chapters.filter(deleted_at=None, is_public=True).order_by("number")
    if not public.exists():
        _publish_all_that_fit(story, by, at)
    first = public.first()
    if first is None:
        return story  # all of it waits
    is_new = story.published_at is None
    _open(story, at or now())
    if is_new and at is None:
        first_published.send(Chapter, chapter=first, is_new_story=True)
    return story


def _publish_all_that_fit(story: Story, by: Member | None, at: datetime | None) -> None:
    written = story.chapters.filter(deleted_at=None, word_count__gt=0)
    misfit: Refusal = StoryHasNoText()
    fit = 0
    for chapter in written.exclude(is_writers_own=True):
        try:
            _refuse_unfit(chapter, at)
            _publish_or_hold(chapter, story, by=by, at=at)
        except StaysADraft as refusal:
            misfit = refusal
        else:
            fit += 1
    if not fit:
        raise misfit


@transaction.atomic
def publish_chapter(
    chapter: Chapter, *, by: Member | None = None, at: datetime | None = None
) -> Chapter:
    """Make a draft chapter public, and its story with it; or where the work of `by` waits, hand
    it in.

    A chapter that is already public is returned untouched. Without `by` it is the archive that
    publishes, and nothing waits. Raises `ChapterIsEmpty`, `RoundRobinIsClosed`,
    `PublishingIsClosed`, and what `limits.refuse_wrong_length` refuses.
    """
    chapter = hold_chapter(chapter.pk)
    if chapter.word_count == 0:
        raise ChapterIsEmpty(number=chapter.number)
    chapter.story = story = Story.objects.get(pk=chapter.story_id)
    refuse_unless_open(story, chapter)
    is_new, is_new_story = chapter.published_at is None, story.published_at is None
    if not chapter.is_public:
        _refuse_unfit(chapter, at)
        _publish_or_hold(chapter, story, by=by, at=at)
        if chapter.held_at:
            return chapter
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


def _publish_or_hold(
    chapter: Chapter, story: Story, *, by: Member | None, at: datetime | None
) -> None:
    if has_to_wait(chapter, story, by=by):
        hold(chapter, story)
    else:
        _make_public(chapter, story, at or now())


@transaction.atomic
def unpublish_story(story: Story) -> Story:
    """Take a story back, from readers or moderators: its authors alone can see it.

    Reviews and numbers are kept.
    """
    stop_waiting(story)
    story.is_public = False
    story.save(update_fields=["is_public"])
    withdraw_news_of(story)
    announce(story)
    return story


@transaction.atomic
def unpublish_chapter(chapter: Chapter) -> Chapter:
    """Make a chapter that is public or waits a draft again.

    Raises `LastChapter` for the only public one.
    """
    story = Story.objects.select_for_update().get(pk=chapter.story_id)
    keep_one_public(story, without=chapter)
    stop_waiting(story, chapter)
    chapter.is_public, chapter.held_at = False, None
    chapter.save(update_fields=["is_public", "held_at"])
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


def _make_public(chapter: Chapter, story: Story, at: datetime) -> None:
    stop_waiting(story, chapter)
    chapter.is_public, chapter.held_at = True, None
    chapter.published_at = chapter.published_at or at
    chapter.save(update_fields=["is_public", "published_at", "held_at"])


def _open(story: Story, at: datetime) -> None:
    story.is_public = True
    story.published_at = story.published_at or at
    story.save(update_fields=["is_public", "published_at"])
    refresh_counters(story)
    announce(story)
