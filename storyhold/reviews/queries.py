"""Reading reviews for a page."""

from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet

from storyhold.accounts.models import PenName
from storyhold.accounts.queries import Viewer
from storyhold.common.days import midnight
from storyhold.reviews.access import reviews_listed_for, reviews_visible_to
from storyhold.reviews.models import Kudos, Review
from storyhold.statements.prepared import prepared
from storyhold.stories.access import is_listed_for
from storyhold.stories.counting import any_of
from storyhold.stories.models import Chapter, Story
from storyhold.stories.top import ranked_by

MOST_UNDER_A_CHAPTER = 50

# What a review does not show of those it belongs to; some of it is long, and comes again with each.
BIOGRAPHIES = (
    "pen_name__bio_source",
    "pen_name__bio_html",
    "reply__pen_name__bio_source",
    "reply__pen_name__bio_html",
)
NOT_SHOWN = (
    *BIOGRAPHIES,
    "chapter__signed_by__bio_source",
    "chapter__signed_by__bio_html",
    "chapter__opening_note_source",
    "chapter__opening_note_html",
    "chapter__closing_note_source",
    "chapter__closing_note_html",
)


def with_replies(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """Add readers, chapters with their writers, and the authors' answers, in the same query."""
    beside = reviews.select_related("pen_name", "chapter__signed_by", "reply__pen_name")
    return beside.defer(*NOT_SHOWN)


def reviews_of_chapter(chapter: Chapter) -> list[Review]:
    """Return the newest reviews of a chapter the viewer was let into; one query."""
    found = _reviews_of_chapter(chapter.pk)
    for review in found:
        review.chapter = chapter
    return found


@prepared(int)
def _reviews_of_chapter(chapter: int) -> QuerySet[Review]:
    beside = Review.objects.filter(chapter=chapter).select_related("pen_name", "reply__pen_name")
    return beside.defer("source", "reply__source", *BIOGRAPHIES)[:MOST_UNDER_A_CHAPTER]


def reviews_of_story(viewer: Viewer, story: Story) -> QuerySet[Review]:
    """Return a story's reviews, newest first, for a paged list."""
    return with_replies(reviews_visible_to(viewer).filter(story=story))


def reviews_by(viewer: Viewer, pen_name: PenName) -> QuerySet[Review]:
    """Return what a reader wrote about stories and series the viewer may see listed."""
    signed = reviews_listed_for(viewer).filter(pen_name=pen_name)
    return with_replies(signed).select_related("story", "series")


def with_unanswered(stories: QuerySet[Story]) -> QuerySet[Any]:
    """Return the stories with reviews, each with `unanswered`: those most in want of one first."""
    waiting = Count("reviews", filter=Q(reviews__reply=None))
    reviewed = stories.filter(review_count__gt=0).annotate(unanswered=waiting)
    return reviewed.order_by("-unanswered", "title_key", "pk")


def reviewers_for(viewer: Viewer) -> QuerySet[PenName]:
    """Return the pen names under which any story listed for the viewer was reviewed."""
    # Of each name one review will do; there are a hundred times more of them than names.
    signed = Review.objects.filter(is_listed_for(viewer, at="story__"), pen_name=OuterRef("pk"))
    return PenName.objects.filter(any_of(signed))


def most_active_reviewers(viewer: Viewer, *, most: int) -> list[tuple[PenName, int]]:
    """Return those who wrote most reviews of what is listed for the viewer, with their number."""
    listed = Q(is_listed_for(viewer, at="story__"), story__isnull=False) | Q(series__isnull=False)
    return ranked_by(Review.objects.all(), Review.objects.filter(listed), most=most)


def reviews_by_day(stories: QuerySet[Story], since: date) -> dict[date, int]:
    """Return how many reviews the stories got on each day since; days without are left out."""
    reviews = Review.objects.filter(story__in=stories.order_by(), created_at__gte=midnight(since))
    days = reviews.order_by().values("created_at__date").annotate(found=Count("pk"))
    return dict(days.values_list("created_at__date", "found"))


def kudos_by_day(stories: QuerySet[Story], since: date) -> dict[date, int]:
    """Return how many kudos the stories got on each day since; days without are left out."""
    kudos = Kudos.objects.filter(story__in=stories.order_by(), given_on__gte=since)
    days = kudos.order_by().values("given_on").annotate(found=Count("pk"))
    return dict(days.values_list("given_on", "found"))
