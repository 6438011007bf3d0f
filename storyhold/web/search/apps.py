"""The room's name on its door."""

from django.apps import AppConfig


class SearchPages(AppConfig):
    """The search page."""

    name = "storyhold.web.search"
    label = "web_search"
