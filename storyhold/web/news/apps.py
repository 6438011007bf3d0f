"""The room's name on its door."""

from django.apps import AppConfig


class NewsPages(AppConfig):
    """Reading news, commenting on it, and writing it in the office."""

    name = "storyhold.web.news"
    label = "web_news"
