"""The room's name on its door."""

from django.apps import AppConfig


class ReadingPages(AppConfig):
    """Shelves, history, and where a reader stopped."""

    name = "storyhold.web.reading"
    label = "web_reading"
