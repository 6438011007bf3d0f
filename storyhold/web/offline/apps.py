"""The room's name on its door."""

from django.apps import AppConfig


class OfflinePages(AppConfig):
    """The archive on a device: installed like an app, and stories to read without a connection."""

    name = "storyhold.web.offline"
    label = "web_offline"
