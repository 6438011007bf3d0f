"""The room's name on its door."""

from django.apps import AppConfig


class ReviewPages(AppConfig):
    """Writing, answering and removing reviews."""

    name = "storyhold.web.reviews"
    label = "web_reviews"
