"""The room's name on its door."""

from django.apps import AppConfig


class ImportersRoom(AppConfig):
    """Old archives that move in, and the numbers their things had."""

    name = "storyhold.importers"
    label = "importers"
