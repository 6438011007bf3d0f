"""Telling the floors above that a story has changed, and taking back what members were told."""

from storyhold.notices.actions import withdraw
from storyhold.stories.models import Story
from storyhold.stories.signals import stories_changed


def announce(story: Story) -> None:
    """Say, within this transaction, that the story has changed."""
    stories_changed.send(Story, pks=[story.pk])


def withdraw_news_of(story: Story) -> None:
    """Take back what members were told of a story that readers cannot see any more."""
    chapters = story.chapters.values_list("pk", flat=True)
    withdraw(f"story:{story.pk}", *(f"chapter:{pk}" for pk in chapters))
