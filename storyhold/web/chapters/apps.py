"""The room's name on its door."""

from django.apps import AppConfig


class ChapterPages(AppConfig):
    """Reading a chapter, and writing one: edit, preview, revisions, order."""

    name = "storyhold.web.chapters"
    label = "web_chapters"
