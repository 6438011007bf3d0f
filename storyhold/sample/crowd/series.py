"""Series of those who write a lot."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.common.alphabet import title_key
from storyhold.sample.crowd.invention import Invention
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.models import Authorship, Story

FEWEST_STORIES = 3


@transaction.atomic
def order_in_series(invention: Invention, stories: Sequence[Story]) -> None:
    """Put the stories of each author who wrote several of these into a series."""
    works = [(owner, of) for owner, of in _by_author(stories).items() if len(of) >= FEWEST_STORIES]
    series = Series.objects.bulk_create(_series(invention, owner) for owner, _stories in works)
    SeriesItem.objects.bulk_create(
        SeriesItem(series=each, story=story, position=place, added_by=each.owner, accepted_at=now())
        for each, (_owner, of) in zip(series, works, strict=True)
        for place, story in enumerate(of, start=1)
    )


def _by_author(stories: Sequence[Story]) -> dict[PenName, list[Story]]:
    signed = Authorship.objects.filter(story__in=[story.pk for story in stories])
    found: dict[PenName, list[Story]] = {}
    for authorship in signed.select_related("pen_name", "story").order_by("pk"):
        found.setdefault(authorship.pen_name, []).append(authorship.story)
    return found


def _series(invention: Invention, owner: PenName) -> Series:
    title, (source, html) = invention.title(), invention.summary()
    return Series(
        title=title,
        title_key=title_key(title),
        summary_source=source,
        summary_html=html,
        owner=owner,
    )
