"""The room's name on its door."""

from django.apps import AppConfig


class StoriesRoom(AppConfig):
    """Stories, chapters, authorship, revisions, drafts, publication and the trash."""

    name = "storyhold.stories"
    label = "stories"
