"""The room's name on its door."""

from django.apps import AppConfig


class CircularsRoom(AppConfig):
    """Letters of the archive to all its members, or to some of them."""

    name = "storyhold.circulars"
    label = "circulars"
