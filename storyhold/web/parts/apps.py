"""The room's name on its door."""

from django.apps import AppConfig


class PageParts(AppConfig):
    """What all pages share: the layout, the look, the parts they are put together from."""

    name = "storyhold.web.parts"
    label = "web_parts"
