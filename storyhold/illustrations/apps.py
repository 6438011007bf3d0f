"""The room's name on its door."""

from importlib import import_module

from django.apps import AppConfig


class IllustrationsRoom(AppConfig):
    """Pictures that members bring to show in their stories."""

    name = "storyhold.illustrations"
    label = "illustrations"

    def ready(self) -> None:
        """Begin to listen."""
        import_module("storyhold.illustrations.listeners")
