"""The room's name on its door."""

from django.apps import AppConfig


class CatalogPages(AppConfig):
    """What programs read of the archive: search engines and e-readers."""

    name = "storyhold.web.catalogs"
    label = "web_catalogs"
