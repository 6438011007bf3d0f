"""The room's name on its door."""

from django.apps import AppConfig


class PollPages(AppConfig):
    """Voting, looking at old polls, and asking a question in the office."""

    name = "storyhold.web.polls"
    label = "web_polls"
