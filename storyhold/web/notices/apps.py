"""The room's name on its door."""

from django.apps import AppConfig


class NoticePages(AppConfig):
    """A member's notices: the list, and how they are to come."""

    name = "storyhold.web.notices"
    label = "web_notices"
