"""The room's name on its door."""

from django.apps import AppConfig


class BetasRoom(AppConfig):
    """Beta readers: who offers to read drafts, private links to drafts, and notes on them."""

    name = "storyhold.betas"
    label = "betas"
