"""The room's name on its door."""

from django.apps import AppConfig


class ProfilesRoom(AppConfig):
    """What members say about themselves, in fields that the archive defines."""

    name = "storyhold.profiles"
    label = "profiles"
