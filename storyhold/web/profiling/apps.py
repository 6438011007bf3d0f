"""The room's name on its door."""

from django.apps import AppConfig


class ProfilingPages(AppConfig):
    """Where the time of a page goes."""

    name = "storyhold.web.profiling"
    label = "web_profiling"
