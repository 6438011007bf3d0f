"""The room's name on its door."""

from importlib import import_module

from django.apps import AppConfig


class ReviewsRoom(AppConfig):
    """Reviews by readers, and the authors' replies."""

    name = "storyhold.reviews"
    label = "reviews"

    def ready(self) -> None:
        """Begin to listen, now that there are models to listen with."""
        import_module("storyhold.reviews.listeners")
