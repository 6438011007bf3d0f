"""The room's name on its door."""

from django.apps import AppConfig


class StatisticsPages(AppConfig):
    """What authors learn about their readers: how many, where, and on which days."""

    name = "storyhold.web.statistics"
    label = "web_statistics"
