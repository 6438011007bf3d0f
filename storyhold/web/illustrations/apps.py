"""The room's name on its door."""

from django.apps import AppConfig


class IllustrationPages(AppConfig):
    """Pictures for stories: bringing them, copying their HTML, describing and deleting them."""

    name = "storyhold.web.illustrations"
    label = "web_illustrations"
