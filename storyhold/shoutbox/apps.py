"""The room's name on its door."""

from django.apps import AppConfig


class ShoutboxRoom(AppConfig):
    """Short words that members, and perhaps guests, call out."""

    name = "storyhold.shoutbox"
    label = "shoutbox"
