"""The room's name on its door."""

from importlib import import_module

from django.apps import AppConfig


class BookmarksRoom(AppConfig):
    """What members keep, and what they want to hear about."""

    name = "storyhold.bookmarks"
    label = "bookmarks"

    def ready(self) -> None:
        """Begin to listen, now that there are models to listen with."""
        import_module("storyhold.bookmarks.listeners")
