"""The orders a listing of stories may have."""

from django.db.models import Count, QuerySet

from storyhold.stories.models import Story

# Each but the first begins with the most, or the latest, and has an index of its own.
SORTS = {
    "title": ("title_key", "pk"),
    "newest": ("-published_at", "-pk"),
    "updated": ("-updated_at", "-pk"),
    "words": ("-word_count", "-pk"),
    "reviews": ("-review_count", "-pk"),
    "score": ("-score", "-pk"),
    "kudos": ("-kudos_count", "-pk"),
    "bookmarks": ("-bookmark_count", "-pk"),
    "reads": ("-read_count", "-pk"),
}


def sorted_by(stories: QuerySet[Story], sort: str) -> QuerySet[Story]:
    """Return the stories in one of the orders of `SORTS`."""
    return stories.order_by(*SORTS[sort])


def counts_by_letter(stories: QuerySet[Story]) -> dict[str, int]:
    """Return how many of the stories stand under each letter that has any; one query."""
    counted = stories.order_by().values_list("letter").annotate(how_many=Count("pk"))
    return dict(counted)
