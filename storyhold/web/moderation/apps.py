"""The room's name on its door."""

from django.apps import AppConfig


class ModerationPages(AppConfig):
    """Reporting a page, writing to the archive and to members, and settling what was written."""

    name = "storyhold.web.moderation"
    label = "web_moderation"
