"""The room's name on its door."""

from django.apps import AppConfig


class CircularPages(AppConfig):
    """The office's desk for letters to the members."""

    name = "storyhold.web.circulars"
    label = "web_circulars"
