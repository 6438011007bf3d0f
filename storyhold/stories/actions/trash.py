"""Deleting, and bringing back within 30 days."""

from django.db import transaction
from django.utils.timezone import now

from storyhold.notices.actions import withdraw
from storyhold.stories.access import contributions
from storyhold.stories.actions.counting import refresh_counters
from storyhold.stories.actions.news import announce, withdraw_news_of
from storyhold.stories.actions.ordering import close_gaps, live_chapters, number_chapters
from storyhold.stories.actions.publishing import keep_one_public
from storyhold.stories.actions.round_robins import give_back
from storyhold.stories.actions.submitting import stop_waiting
from storyhold.stories.models import Chapter, Story
from storyhold.stories.rules import KEPT_FOR


@transaction.atomic
def delete_story(story: Story) -> None:
    """Put a story, with all that belongs to it, into the trash; it waits for nobody there."""
    stop_waiting(story)
    story.deleted_at = now()
    story.save(update_fields=["deleted_at"])
    withdraw_news_of(story)
    announce(story)


@transaction.atomic
def restore_story(story: Story) -> None:
    """Bring a story back as it was: public if it was public."""
    story.deleted_at = None
    story.save(update_fields=["deleted_at"])
    announce(story)


@transaction.atomic
def delete_chapter(chapter: Chapter) -> None:
    """Put a chapter into the trash and close the gap.

    Raises `LastChapter` for the only public one.
    """
    story = Story.objects.select_for_update().get(pk=chapter.story_id)
    keep_one_public(story, without=chapter)
    stop_waiting(story, chapter)
    chapter.deleted_at = now()
    chapter.save(update_fields=["deleted_at"])
    withdraw(f"chapter:{chapter.pk}")
    close_gaps(story)
    refresh_counters(story)
    announce(story)


@transaction.atomic
def restore_chapter(chapter: Chapter) -> None:
    """Bring a chapter back to the place it had, or to the end if there are fewer now."""
    story = Story.objects.select_for_update().get(pk=chapter.story_id)
    order = live_chapters(story)
    if chapter.pk in order:
        return  # brought back in another tab
    place = min(chapter.number, len(order) + 1)
    chapter.number, chapter.deleted_at = len(order) + 1, None
    chapter.save(update_fields=["number", "deleted_at"])
    order.insert(place - 1, chapter.pk)
    number_chapters(story, order)
    close_gaps(story)
    refresh_counters(story)
    announce(story)


def empty_trash() -> int:
    """Remove for good what has been in the trash for 30 days; return how many rows went.

    What others wrote for a round robin goes back to them before it goes.
    """
    long_ago = now() - KEPT_FOR
    with transaction.atomic():
        old = Story.objects.filter(deleted_at__lt=long_ago)
        for chapter in contributions().filter(story__in=old):
            give_back(chapter)
        stories, _by_kind = old.delete()
        chapters, _by_kind = Chapter.objects.filter(deleted_at__lt=long_ago).delete()
    return stories + chapters
