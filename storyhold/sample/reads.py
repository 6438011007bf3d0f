"""Reads that never were, so that an author's statistics have something to show."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from django.utils.timezone import now

from storyhold.stories.models import ReadsOfDay, Story

DAYS = 60


def pretend_reads(story: Story, reads: int, *, name: str) -> None:
    """Give the story these reads, some of them in the last weeks; the same for every `name`."""
    Story.objects.filter(pk=story.pk).update(read_count=reads)
    chance = Random(name)  # noqa: S311 — a sample, not a secret
    ReadsOfDay.objects.bulk_create(days_of_reads(story, reads // 4, chance))


def days_of_reads(story: Story, reads: int, chance: Random) -> Iterator[ReadsOfDay]:
    """Yield the story's reads in the last weeks, by day."""
    lately = Counter(chance.randrange(DAYS) for _ in range(reads))
    for ago, how_many in sorted(lately.items()):
        day = now().date() - timedelta(days=ago)
        yield ReadsOfDay(story=story, day=day, reads=how_many)
