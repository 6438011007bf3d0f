"""The room's name on its door."""

from django.apps import AppConfig


class NotificationsRoom(AppConfig):
    """What a person is told, and by which post."""

    name = "storyhold.notifications"
    label = "notifications"
