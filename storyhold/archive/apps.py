"""The room's name on its door."""

from django.apps import AppConfig


class ArchiveRoom(AppConfig):
    """The archive itself: its name, its house rules, and whether it has been set up."""

    name = "storyhold.archive"
    label = "archive"
