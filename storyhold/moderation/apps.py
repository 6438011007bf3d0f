"""The room's name on its door."""

from django.apps import AppConfig


class ModerationRoom(AppConfig):
    """What people tell those who keep the archive, and one another."""

    name = "storyhold.moderation"
    label = "moderation"
