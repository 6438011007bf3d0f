"""The room's name on its door."""

from django.apps import AppConfig


class ProfileFieldPages(AppConfig):
    """The office's desk for the fields of profiles."""

    name = "storyhold.web.profiles"
    label = "web_profiles"
