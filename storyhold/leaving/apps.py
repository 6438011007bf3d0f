"""The room's name on its door."""

from django.apps import AppConfig


class LeavingRoom(AppConfig):
    """Leaving: taking everything along, and what becomes of what stays."""

    name = "storyhold.leaving"
    label = "leaving"
