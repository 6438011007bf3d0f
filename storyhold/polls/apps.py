"""The room's name on its door."""

from django.apps import AppConfig


class PollsRoom(AppConfig):
    """Questions to the members, one at a time, and their votes."""

    name = "storyhold.polls"
    label = "polls"
