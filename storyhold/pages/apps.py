"""The room's name on its door."""

from django.apps import AppConfig


class PagesRoom(AppConfig):
    """Pages that the archive writes itself, and links at the foot of all pages."""

    name = "storyhold.pages"
    label = "pages"
