"""The room's name on its door."""

from django.apps import AppConfig


class SeriesRoom(AppConfig):
    """Stories, and series within series, in an order."""

    name = "storyhold.series"
    label = "series"
