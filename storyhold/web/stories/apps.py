"""The room's name on its door."""

from django.apps import AppConfig


class StoryPages(AppConfig):
    """A story's title page, and the author's desk: details, publishing, trash, co-authors."""

    name = "storyhold.web.stories"
    label = "web_stories"
