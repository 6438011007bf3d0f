"""The room's name on its door."""

from django.apps import AppConfig


class ReadingRoom(AppConfig):
    """What members remember of stories: where they stopped, their shelves, and notes."""

    name = "storyhold.reading"
    label = "reading"
