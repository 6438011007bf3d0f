"""The room's name on its door."""

from importlib import import_module

from django.apps import AppConfig


class StoriesRoom(AppConfig):
    """Stories, chapters, authorship, revisions, drafts, publication and the trash."""

    name = "storyhold.stories"
    label = "stories"

    def ready(self) -> None:
        """Begin to listen."""
        import_module("storyhold.stories.listeners")
