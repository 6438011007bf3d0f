"""The room's name on its door."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class ArchiveRoom(AppConfig):
    """The archive itself: its name, its house rules, and whether it has been set up."""

    name = "storyhold.archive"
    label = "archive"

    def ready(self) -> None:
        """Tell each connection to PostgreSQL, before any other room uses one, what we ask."""
        connection_created.connect(_expect_short_queries)


def _expect_short_queries(connection: Any, **_signal: object) -> None:
    """Have PostgreSQL run our queries as they are.

    It takes some for long ones and compiles them first, which took 60 ms where they take 5.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")
