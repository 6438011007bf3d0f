"""Reading reviews of whole series, and what they come to."""

from typing import Any

from django.db.models import F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from storyhold.accounts.queries import Viewer
from storyhold.reviews.access import reviews_visible_to
from storyhold.reviews.models import Review
from storyhold.reviews.queries import NOT_SHOWN, with_replies
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.access import stories_listed_for

LONG_SUBJECTS = (
    "story__summary_source",
    "story__summary_html",
    "story__notes_source",
    "story__notes_html",
    "series__summary_source",
    "series__summary_html",
)


def reviews_of_series(viewer: Viewer, series: Series) -> QuerySet[Review]:
    """Return the reviews of a series, of its stories, and of the series in it; newest first."""
    of_stories = Q(story__in=stories_listed_for(viewer).filter(pk__in=_held(series.pk, "story")))
    whole = Q(series=series) | Q(series__in=_held(series.pk, "sub_series"))
    found = reviews_visible_to(viewer).filter(of_stories | whole)
    return with_replies(found).select_related("story", "series").defer(*NOT_SHOWN, *LONG_SUBJECTS)


def with_scores(viewer: Viewer, series: QuerySet[Any]) -> QuerySet[Any]:
    """Add what `reviews_of_series` comes to: `reviews_seen`, `rated_seen` and `rated_sum_seen`.

    In the same query: the numbers kept beside the stories, and those of the series themselves.
    """
    held = _held(OuterRef(OuterRef("pk")), "story")
    stories = stories_listed_for(viewer).filter(pk__in=held)
    inside = _held(OuterRef(OuterRef("pk")), "sub_series")
    own = Review.objects.filter(Q(series=OuterRef("pk")) | Q(series__in=inside))
    scored: QuerySet[Any] = series.annotate(
        reviews_seen=_sum(stories, "review_count") + _count(own, "pk"),
        rated_seen=_sum(stories, "rated_count") + _count(own, "rating"),
        rated_sum_seen=_sum(stories, "rated_sum") + _sum(own, "rating"),
    )
    return scored


def _held(series: Any, what: str) -> QuerySet[Any, Any]:
    """Return the ids of what has a place in a series or in one inside it: stories, or series."""
    places = SeriesItem.objects.filter(accepted_at__isnull=False, **{f"{what}__isnull": False})
    in_one_inside = Q(series__places__series=series, series__places__accepted_at__isnull=False)
    held: QuerySet[Any, Any] = places.filter(Q(series=series) | in_one_inside).values(what)
    return held


def _sum(rows: QuerySet[Any], field: str) -> Any:
    return _total(rows, field, "SUM")


def _count(rows: QuerySet[Any], field: str) -> Any:
    return _total(rows, field, "COUNT")


def _total(rows: QuerySet[Any], field: str, function: str) -> Any:
    """Add up in a subquery. `Func`, because Django would group by an aggregate's rows."""
    total = Func(F(field), function=function, output_field=IntegerField())
    found = rows.order_by().annotate(total=total).values("total")
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)
