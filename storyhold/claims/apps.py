"""The room's name on its door."""

from django.apps import AppConfig


class ClaimsRoom(AppConfig):
    """Accounts that wait for whom they belong to."""

    name = "storyhold.claims"
    label = "claims"
