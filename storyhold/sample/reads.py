"""Reads that never were, so that an author's statistics have something to show."""

from datetime import timedelta
from random import Random

from django.utils.timezone import now

from storyhold.stories.models import ReadsOfDay, Story

DAYS = 60


def pretend_reads(story: Story, reads: int, *, name: str) -> None:
    """Give the story these reads, some of them in the last weeks; the same for every `name`."""
    Story.objects.filter(pk=story.pk).update(read_count=reads)
    chance = Random(name)  # noqa: S311 — a sample, not a secret
    lately = [chance.randrange(DAYS) for _ in range(reads // 4)]
    ReadsOfDay.objects.bulk_create(
        ReadsOfDay(story=story, day=now().date() - timedelta(days=ago), reads=lately.count(ago))
        for ago in sorted(set(lately))
    )
