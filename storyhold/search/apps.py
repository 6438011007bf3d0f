"""The room's name on its door."""

from importlib import import_module

from django.apps import AppConfig


class SearchRoom(AppConfig):
    """The index of all public texts, and finding in it."""

    name = "storyhold.search"
    label = "search"

    def ready(self) -> None:
        """Begin to listen, now that there are models to listen with."""
        import_module("storyhold.search.listeners")
