"""The room's name on its door."""

from django.apps import AppConfig


class CustomPages(AppConfig):
    """Reading the archive's own pages, and writing them in the office."""

    name = "storyhold.web.pages"
    label = "web_pages"
