"""The room's name on its door."""

from django.apps import AppConfig


class ChallengePages(AppConfig):
    """Pages of challenges: the list, one with its answers, posing, answering."""

    name = "storyhold.web.challenges"
    label = "web_challenges"
