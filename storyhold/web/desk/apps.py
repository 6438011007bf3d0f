"""The room's name on its door."""

from django.apps import AppConfig


class DeskPages(AppConfig):
    """The author's desk: stories and chapters written, published, ordered, deleted."""

    name = "storyhold.web.desk"
    label = "web_desk"
