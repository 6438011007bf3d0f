"""The room's name on its door."""

from django.apps import AppConfig


class VocabularyPages(AppConfig):
    """The office's pages for tags, their kinds, and ratings."""

    name = "storyhold.web.vocabularies"
    label = "web_vocabularies"
