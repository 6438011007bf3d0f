"""The room's name on its door."""

from django.apps import AppConfig


class BlocksRoom(AppConfig):
    """Blocks: what the first page, and the side of every page, are composed of."""

    name = "storyhold.blocks"
    label = "blocks"
