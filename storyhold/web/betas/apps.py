"""The room's name on its door."""

from django.apps import AppConfig


class BetaPages(AppConfig):
    """Pages for beta readers: the list, private links to drafts, and the notes on them."""

    name = "storyhold.web.betas"
    label = "web_betas"
