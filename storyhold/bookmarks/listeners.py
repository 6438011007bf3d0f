"""What this room does when the rooms below it have news.

The news is written down as a task in the transaction it comes from: lost together, or safe.
"""

from typing import Any

from django.dispatch import receiver

from storyhold.bookmarks.jobs import tell_followers_of_chapter, tell_followers_of_place
from storyhold.series.models import SeriesItem
from storyhold.series.signals import story_placed
from storyhold.stories.models import Chapter
from storyhold.stories.signals import first_published


@receiver(first_published)
def hear_of_chapter(chapter: Chapter, is_new_story: bool, **_more: Any) -> None:
    """Have those who follow told."""
    tell_followers_of_chapter.enqueue(chapter.pk, is_new_story)


@receiver(story_placed)
def hear_of_place(item: SeriesItem, **_more: Any) -> None:
    """Have those who follow told."""
    tell_followers_of_place.enqueue(item.pk)
