"""The room's name on its door."""

from django.apps import AppConfig


class ReviewsRoom(AppConfig):
    """Reviews by readers, and the authors' replies."""

    name = "storyhold.reviews"
    label = "reviews"
