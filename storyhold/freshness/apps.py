"""The room's name on its door."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from storyhold.freshness.hook import install


class FreshnessRoom(AppConfig):
    """What has changed since a page was made."""

    name = "storyhold.freshness"
    label = "freshness"

    def ready(self) -> None:
        """See every statement from the first one on."""
        connection_created.connect(install)
