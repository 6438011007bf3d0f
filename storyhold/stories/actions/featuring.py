"""Putting a story in the window of the first page."""

from django.db import transaction

from storyhold.stories.actions.news import announce
from storyhold.stories.models import Story


@transaction.atomic
def feature_story(story: Story) -> None:
    """Show the story among the featured ones for as long as it is listed."""
    _set_featured(story, is_featured=True)


@transaction.atomic
def unfeature_story(story: Story) -> None:
    """Take the story out of the featured ones."""
    _set_featured(story, is_featured=False)


def _set_featured(story: Story, *, is_featured: bool) -> None:
    story.is_featured = is_featured
    story.save(update_fields=["is_featured"])
    announce(story)
