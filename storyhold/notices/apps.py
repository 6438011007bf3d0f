"""The room's name on its door."""

from django.apps import AppConfig


class NoticesRoom(AppConfig):
    """What a member is told: somebody reviewed, answered, published, asked."""

    name = "storyhold.notices"
    label = "notices"
