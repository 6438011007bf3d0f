"""The numbers kept beside a story."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max, Sum

from storyhold.stories.models import Story


@dataclass(frozen=True)
class Drift:
    """A counter that was not what counting gave, and has been put right."""

    story_id: int
    counter: str
    was: int
    is_now: int


def refresh_counters(story: Story) -> list[Drift]:
    """Count the story's public chapters and words anew, in the caller's transaction."""
    live = story.chapters.filter(deleted_at=None, is_public=True)
    found = live.aggregate(
        chapter_count=Count("pk"), word_count=Sum("word_count"), updated_at=Max("published_at")
    )
    drifts = []
    for counter in ("chapter_count", "word_count"):
        was, is_now = getattr(story, counter), found[counter] or 0
        if was != is_now:
            drifts.append(Drift(story.pk, counter, was, is_now))
        setattr(story, counter, is_now)
    story.updated_at = found["updated_at"]
    story.save(update_fields=["chapter_count", "word_count", "updated_at"])
    return drifts


def recount() -> Iterator[Drift]:
    """Put every story's counters right and yield those that were not."""
    for pk in Story.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            yield from refresh_counters(Story.objects.select_for_update().get(pk=pk))
