"""What this room hears from the floors below."""

import time
from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver

from storyhold.search.models import Change
from storyhold.stories.signals import stories_changed

AT_ONCE = 500


@receiver(stories_changed)
def note_change(pks: Sequence[int], **_news: Any) -> None:
    """Write down, in the transaction of the change, that these are to be read again."""
    at = time.time_ns()
    Change.objects.bulk_create(
        [Change(story_id=pk, at=at) for pk in pks],
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["story_id"],
        update_fields=["at"],
    )
