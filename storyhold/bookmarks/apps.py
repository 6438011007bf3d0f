"""The room's name on its door."""

from django.apps import AppConfig


class BookmarksRoom(AppConfig):
    """What members keep, and what they want to hear about."""

    name = "storyhold.bookmarks"
    label = "bookmarks"
