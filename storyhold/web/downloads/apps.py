"""The room's name on its door."""

from django.apps import AppConfig


class DownloadPages(AppConfig):
    """Stories and series as files."""

    name = "storyhold.web.downloads"
    label = "web_downloads"
