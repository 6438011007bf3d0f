"""The room's name on its door."""

from django.apps import AppConfig


class BrowsePages(AppConfig):
    """Home, lists of stories, tags."""

    name = "storyhold.web.browse"
    label = "web_browse"
