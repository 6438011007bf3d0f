"""The room's name on its door."""

from django.apps import AppConfig


class TagsRoom(AppConfig):
    """Vocabularies: tag kinds, tags, ratings and their gates."""

    name = "storyhold.tags"
    label = "tags"
