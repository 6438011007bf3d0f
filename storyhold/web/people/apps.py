"""The room's name on its door."""

from django.apps import AppConfig


class PeoplePages(AppConfig):
    """Profiles and pen names."""

    name = "storyhold.web.people"
    label = "web_people"
