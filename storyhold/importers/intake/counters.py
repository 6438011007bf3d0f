"""Counting anew what is kept beside stories and chapters, all stories at once."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from storyhold.bookmarks.models import Bookmark
from storyhold.importers.intake.desk import Desk
from storyhold.reviews.models import Kudos, Review
from storyhold.stories.models import Chapter, Story


def count_anew(desk: Desk) -> Iterator[int]:
    """Recount everything: eFiction's own counters were often wrong, and are not imported."""
    public = Chapter.objects.filter(is_public=True, deleted_at=None)
    stories = Story.objects.all()
    desk.shelves.alter(
        stories,
        chapter_count=_of(public, "story", Count("pk")),
        word_count=_of(public, "story", Sum("word_count")),
        review_count=_of(Review.objects.all(), "story", Count("pk")),
        rated_count=_of(Review.objects.all(), "story", Count("rating")),
        rated_sum=_of(Review.objects.all(), "story", Sum("rating")),
        kudos_count=_of(Kudos.objects.all(), "story", Count("pk")),
        bookmark_count=_of(Bookmark.objects.all(), "story", Count("pk")),
    )
    reviewed = Chapter.objects.filter(reviews__isnull=False)
    desk.shelves.alter(
        Chapter.objects.filter(pk__in=reviewed.values("pk")),
        review_count=_of(Review.objects.all(), "chapter", Count("pk")),
    )
    yield desk.old.count("stories")


def _of(rows: QuerySet[Any], owner: str, counted: Any) -> Coalesce:
    of_owner = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(Subquery(of_owner.annotate(counted=counted).values("counted")), 0)
