"""The room's name on its door."""

from django.apps import AppConfig


class SampleRoom(AppConfig):
    """A believable archive to look around in: our own stories, people and reviews."""

    name = "storyhold.sample"
    label = "sample"
