"""The room's name on its door."""

from django.apps import AppConfig


class FeedsRoom(AppConfig):
    """Atom feeds of stories, chapters and news."""

    name = "storyhold.feeds"
    label = "feeds"
