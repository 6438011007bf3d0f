"""The room's name on its door."""

from django.apps import AppConfig


class SeriesPages(AppConfig):
    """Series: reading and keeping them."""

    name = "storyhold.web.series"
    label = "web_series"
