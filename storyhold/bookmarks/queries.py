"""Reading what members keep."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from storyhold.accounts.models import PenName
from storyhold.bookmarks.models import Bookmark
from storyhold.series.models import Series
from storyhold.stories.models import Story
from storyhold.stories.queries import for_listing

WITHOUT_BIOS = ("author__bio_source", "author__bio_html")
OF_OWNER = ("series__owner__bio_source", "series__owner__bio_html")


@dataclass(frozen=True)
class Counts:
    """How many bookmarks there are of each sort."""

    story: int
    series: int
    author: int


def counts_of(bookmarks: QuerySet[Bookmark]) -> Counts:
    """Count the bookmarks of stories, of series and of authors; one query."""
    return Counts(**bookmarks.aggregate(**{sort: Count(sort) for sort in SORTS}))


def of_stories(bookmarks: QuerySet[Bookmark]) -> QuerySet[Bookmark]:
    """Return those of stories with all that blurbs need, the last kept first; four queries."""
    with_stories = Prefetch("story", for_listing(Story.objects.all()))
    kept = bookmarks.filter(story__isnull=False).select_related("pen_name")
    return kept.prefetch_related(with_stories)


def of_series(bookmarks: QuerySet[Bookmark]) -> QuerySet[Bookmark]:
    """Return those of series, with their owners and tags; two queries."""
    kept = bookmarks.filter(series__isnull=False)
    with_owners = kept.select_related("pen_name", "series__owner").defer(*OF_OWNER)
    with_tags: Prefetch[str] = Prefetch("series__tags_by_kind")
    return with_owners.prefetch_related(with_tags)


def of_authors(bookmarks: QuerySet[Bookmark]) -> QuerySet[Bookmark]:
    """Return those of authors; one query."""
    kept = bookmarks.filter(author__isnull=False)
    return kept.select_related("pen_name", "author").defer(*WITHOUT_BIOS)


# The sorts of things that are kept, by the field of a bookmark that holds one.
SORTS = {"story": of_stories, "series": of_series, "author": of_authors}


def most_kept_series(series: QuerySet[Series], *, most: int) -> QuerySet[Any]:
    """Return those of `series` that most members keep, each with `bookmark_count`."""
    counted = series.annotate(bookmark_count=Count("bookmarks"))
    return counted.filter(bookmark_count__gt=0).order_by("-bookmark_count", "title_key")[:most]


def most_kept_authors(pen_names: QuerySet[PenName], *, most: int) -> QuerySet[Any]:
    """Return those of `pen_names` whom most members keep, each with `bookmark_count`."""
    counted = pen_names.annotate(bookmark_count=Count("bookmarks_of"))
    return counted.filter(bookmark_count__gt=0).order_by("-bookmark_count", "key")[:most]


def kept_by_day(stories: QuerySet[Story], since: date) -> dict[date, int]:
    """Return how many members began to keep one of the stories on each day since."""
    bookmarks = Bookmark.objects.filter(story__in=stories.order_by(), kept_at__date__gte=since)
    days = bookmarks.order_by().values("kept_at__date").annotate(found=Count("pk"))
    return dict(days.values_list("kept_at__date", "found"))
