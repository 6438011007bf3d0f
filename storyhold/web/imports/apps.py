"""The room's name on its door."""

from django.apps import AppConfig


class ImportsPages(AppConfig):
    """Moving an old archive in from the browser: bring the files, rehearse, read, move in."""

    name = "storyhold.web.imports"
    label = "web_imports"
