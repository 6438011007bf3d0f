"""The room's name on its door."""

from django.apps import AppConfig


class LeavingPages(AppConfig):
    """Taking everything along, and leaving."""

    name = "storyhold.web.leaving"
    label = "web_leaving"
