"""What this room does when a row goes, alone or with its member."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from storyhold.illustrations.models import Illustration
from storyhold.pictures import files


@receiver(post_delete, sender=Illustration)
def remove_file(instance: Illustration, **_news: Any) -> None:
    """Remove the file once it is certain that the row is gone."""
    transaction.on_commit(lambda: files.remove(instance.picture))
