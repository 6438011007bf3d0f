"""The room's name on its door."""

from django.apps import AppConfig


class BookmarkPages(AppConfig):
    """Keeping stories, series and authors, and the list of what one keeps."""

    name = "storyhold.web.bookmarks"
    label = "web_bookmarks"
