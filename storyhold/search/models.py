"""Which stories have changed, for every index there is."""

from django.db import models


class Change(models.Model):
    """When a story changed last; written in the transaction that changes it.

    Each index compares: what it holds of another moment is not what the story says now.
    """

    # No foreign key: a story that is deleted has changed as well.
    story_id = models.BigIntegerField(primary_key=True)
    at = models.BigIntegerField(db_index=True)  # nanoseconds since 1970

    def __str__(self) -> str:
        return f"{self.story_id} at {self.at}"
