"""The room's name on its door."""

from django.apps import AppConfig


class NewsRoom(AppConfig):
    """News of the archive, and what members say to it."""

    name = "storyhold.news"
    label = "news"
