"""The room's name on its door."""

from django.apps import AppConfig


class ChallengesRoom(AppConfig):
    """Challenges: ideas that members pose, and the stories and series that answer them."""

    name = "storyhold.challenges"
    label = "challenges"
