"""The room's name on its door."""

from django.apps import AppConfig


class ArchivePages(AppConfig):
    """The archive's own pages: set-up, office, terms."""

    name = "storyhold.web.archive"
    label = "web_archive"
