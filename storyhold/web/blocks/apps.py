"""The room's name on its door."""

from django.apps import AppConfig


class BlockPages(AppConfig):
    """The office's desk for blocks."""

    name = "storyhold.web.blocks"
    label = "web_blocks"
