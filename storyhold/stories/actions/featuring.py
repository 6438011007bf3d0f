"""Putting a story in the window of the first page."""

from django.db import transaction
from django.utils.timezone import now

from storyhold.stories.actions.news import announce
from storyhold.stories.models import Story


@transaction.atomic
def feature_story(story: Story) -> None:
    """Show the story among the featured ones for as long as it is listed."""
    story.is_featured, story.featured_at = True, now()
    story.save(update_fields=["is_featured", "featured_at"])
    announce(story)


@transaction.atomic
def unfeature_story(story: Story) -> None:
    """Take the story out of the window; that it once was there, `featured_at` remembers."""
    story.is_featured = False
    story.save(update_fields=["is_featured"])
    announce(story)
