"""The room's name on its door."""

from importlib import import_module

from django.apps import AppConfig


class ClaimsRoom(AppConfig):
    """Accounts that wait for whom they belong to."""

    name = "storyhold.claims"
    label = "claims"

    def ready(self) -> None:
        """Begin to listen, now that there are models to listen with."""
        import_module("storyhold.claims.listeners")
