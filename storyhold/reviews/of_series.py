"""Reading reviews of whole series, and what they come to."""

from collections.abc import Collection, Mapping
from operator import itemgetter
from typing import Any

from django.db.models import Count, F, Func, IntegerField, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from storyhold.accounts.queries import Viewer
from storyhold.reviews.access import reviews_visible_to
from storyhold.reviews.models import Review
from storyhold.reviews.queries import NOT_SHOWN, with_replies
from storyhold.series.holdings import Holding
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.access import stories_listed_for

LONG_SUBJECTS = (
    "story__found_by",
    "story__summary_source",
    "story__summary_html",
    "story__notes_source",
    "story__notes_html",
    "series__summary_source",
    "series__summary_html",
)


def reviews_of_series(viewer: Viewer, series: Series) -> QuerySet[Review]:
    """Return the reviews of a series, of its stories, and of the series in it; newest first.

    Two queries now, and one when they are read.
    """
    story_ids, series_ids = _parts_of(series.pk)
    listed = list(stories_listed_for(viewer).filter(pk__in=story_ids).values_list("pk", flat=True))
    of_this = Q(story_id__in=listed) | Q(series_id__in=series_ids)
    found = reviews_visible_to(viewer).filter(of_this)
    return with_replies(found).select_related("story", "series").defer(*NOT_SHOWN, *LONG_SUBJECTS)


def with_score(viewer: Viewer, series: QuerySet[Any], pk: int) -> QuerySet[Any]:
    """Return this one of `series` with what `reviews_of_series` comes to, in the same query.

    `reviews_seen`, `rated_seen` and `rated_sum_seen` add up the numbers kept beside the stories,
    and those of the series themselves.
    """
    places = _places_in(pk)
    stories = stories_listed_for(viewer).filter(pk__in=places.exclude(story=None).values("story"))
    own = Review.objects.filter(series__in=_it_and_inside(pk))
    scored: QuerySet[Any] = series.filter(pk=pk).annotate(
        reviews_seen=_sum(stories, "review_count") + _count(own, "pk"),
        rated_seen=_sum(stories, "rated_count") + _count(own, "rating"),
        rated_sum_seen=_sum(stories, "rated_sum") + _sum(own, "rating"),
    )
    return scored


def most_reviewed_of(
    series: Collection[Series], holdings: Mapping[int, Holding]
) -> list[tuple[Series, int]]:
    """Return the reviewed among the series, the most reviewed first; one query.

    What counts is what `reviews_of_series` lists: reviews of the stories too.
    """
    own = ratings_of_each(holdings)
    counted = [
        (each, holding.totals.reviews + sum(own[pk][0] for pk in holding.inside if pk in own))
        for each in series
        for holding in [holdings[each.pk]]
    ]
    return sorted((pair for pair in counted if pair[1]), key=itemgetter(1), reverse=True)


def ratings_of_each(series_ids: Collection[int]) -> dict[int, tuple[int, int, int]]:
    """Return how many reviews and ratings each series has itself, and their sum; one query."""
    told = Review.objects.filter(series__in=series_ids).order_by().values("series")
    counted = told.annotate(
        count=Count("pk"), rated=Count("rating"), total=Sum("rating", default=0)
    )
    return {each["series"]: (each["count"], each["rated"], each["total"]) for each in counted}


def _parts_of(pk: int) -> tuple[set[int], set[int]]:
    """Return the ids of the stories in a series and in those inside it; and of all these series."""
    found = list(_places_in(pk).values_list("series", "story", "sub_series"))
    stories = {story for _series, story, _sub_series in found if story}
    return stories, {pk, *(sub for series, _story, sub in found if sub and series == pk)}


def _places_in(pk: int) -> QuerySet[SeriesItem]:
    """Return what has a place in the series, or in one of those inside it."""
    return _accepted().filter(series__in=_it_and_inside(pk))


def _it_and_inside(pk: int) -> QuerySet[Any, Any]:
    """Return the ids of a series and of those in it.

    A union, not OR: that few are meant is seen by PostgreSQL, which else reads all reviews.
    """
    inside = _accepted().filter(series=pk).exclude(sub_series=None)
    return Series.objects.filter(pk=pk).order_by().values("pk").union(inside.values("sub_series"))


def _accepted() -> QuerySet[SeriesItem]:
    return SeriesItem.objects.exclude(accepted_at=None).order_by()


def _sum(rows: QuerySet[Any], field: str) -> Any:
    return _total(rows, field, "SUM")


def _count(rows: QuerySet[Any], field: str) -> Any:
    return _total(rows, field, "COUNT")


def _total(rows: QuerySet[Any], field: str, function: str) -> Any:
    """Add up in a subquery. `Func`, because Django would group by an aggregate's rows."""
    total = Func(F(field), function=function, output_field=IntegerField())
    found = rows.order_by().annotate(total=total).values("total")
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)
