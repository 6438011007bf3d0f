"""Reviews, most of them of the stories that most people read."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.reviews.models import Review
from storyhold.sample.crowd.invention import Invention
from storyhold.stories.models import Chapter, Story

REVIEWS_OF_A_STORY = 15  # on average
ONE_IN = 3  # comes with a rating


@transaction.atomic
def write_reviews(
    invention: Invention, stories: Sequence[Story], readers: Sequence[PenName]
) -> None:
    """Write the reviews of these stories, and count them."""
    Review.objects.bulk_create(
        _review(invention, chapter, reader=invention.chance.choice(readers))
        for chapter in _chapters_reviewed(invention, stories)
    )
    _count(stories)


def _chapters_reviewed(invention: Invention, stories: Sequence[Story]) -> list[Chapter]:
    chapters: dict[int, list[Chapter]] = {}
    for chapter in Chapter.objects.filter(story__in=[story.pk for story in stories]):
        chapters.setdefault(chapter.story_id, []).append(chapter)
    reviewed = invention.chance.choices(
        stories,
        weights=[story.read_count for story in stories],
        k=REVIEWS_OF_A_STORY * len(stories),
    )
    return [invention.chance.choice(chapters[story.pk]) for story in reviewed]


def _review(invention: Invention, chapter: Chapter, *, reader: PenName) -> Review:
    source, html = invention.remark()
    chance = invention.chance
    days = timedelta(days=chance.expovariate(1 / 200))
    return Review(
        story_id=chapter.story_id,
        chapter=chapter,
        pen_name=reader,
        source=source,
        html=html,
        rating=chance.choice((6, 7, 8, 8, 9, 9, 10, 10)) if chance.randrange(ONE_IN) == 0 else None,
        created_at=min((chapter.published_at or now()) + days, now()),
    )


def _count(stories: Sequence[Story]) -> None:
    """Set the counters that the actions keep, with a query for each table."""
    ids = [story.pk for story in stories]
    of_story = Review.objects.filter(story=OuterRef("pk")).order_by().values("story")
    Story.objects.filter(pk__in=ids).update(
        review_count=Coalesce(Subquery(of_story.annotate(n=Count("pk")).values("n")), 0),
        rated_count=Coalesce(Subquery(of_story.annotate(n=Count("rating")).values("n")), 0),
        rated_sum=Coalesce(Subquery(of_story.annotate(n=Sum("rating")).values("n")), 0),
    )
    of_chapter = Review.objects.filter(chapter=OuterRef("pk")).order_by().values("chapter")
    counted = of_chapter.annotate(n=Count("pk")).values("n")
    Chapter.objects.filter(story__in=ids).update(review_count=Coalesce(Subquery(counted), 0))
