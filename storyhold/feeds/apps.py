"""The room's name on its door."""

from django.apps import AppConfig


class FeedsRoom(AppConfig):
    """Atom feeds."""

    name = "storyhold.feeds"
    label = "feeds"
