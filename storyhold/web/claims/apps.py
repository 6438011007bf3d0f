"""The room's name on its door."""

from django.apps import AppConfig


class ClaimsPages(AppConfig):
    """Saying that an account is one's own, taking it over, and the archivist's desk for both."""

    name = "storyhold.web.claims"
    label = "web_claims"
