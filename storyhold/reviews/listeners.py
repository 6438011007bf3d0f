"""What this room does when the stories below it have news."""

from typing import Any

from django.dispatch import receiver

from storyhold.reviews.actions.counting import move_reviews
from storyhold.stories.models import Chapter, Story
from storyhold.stories.signals import chapter_moved


@receiver(chapter_moved)
def take_reviews_along(chapter: Chapter, old_story: Story, **_more: Any) -> None:
    """Keep reviews with the chapter they are about."""
    move_reviews(chapter, from_story=old_story)
