"""The room's name on its door."""

from django.apps import AppConfig


class ShoutboxPages(AppConfig):
    """Reading the shoutbox, shouting, and clearing it."""

    name = "storyhold.web.shoutbox"
    label = "web_shoutbox"
