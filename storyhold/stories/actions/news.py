"""Telling the floors above that a story has changed."""

from django.db import transaction

from storyhold.stories.models import Story
from storyhold.stories.signals import story_changed


def announce(story: Story) -> None:
    """Say, once this transaction is safe, that the story has changed."""
    transaction.on_commit(lambda: story_changed.send(Story, story=story))
