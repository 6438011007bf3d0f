"""Reading for a purpose: all that one page needs, in a fixed number of queries."""

from django.db.models import Prefetch, QuerySet

from storyhold.stories.models import Authorship, Chapter, Story

WITH_PEN_NAMES = Prefetch("authorships", Authorship.objects.select_related("pen_name"))


def for_listing(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Add what blurbs show; three queries however many stories there are."""
    with_rating = stories.select_related("rating")
    return with_rating.prefetch_related(WITH_PEN_NAMES, "tags__kind")


def for_byline(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Add rating and authors; two queries."""
    return stories.select_related("rating").prefetch_related(WITH_PEN_NAMES)


def chapter_to_read(chapters: QuerySet[Chapter], story_id: int, number: int) -> Chapter | None:
    """Return a chapter with its text, story, rating and authors; two queries."""
    wanted = chapters.filter(story_id=story_id, number=number)
    whole = wanted.select_related("text", "signed_by", "story__rating")
    with_authors = Prefetch("story__authorships", Authorship.objects.select_related("pen_name"))
    return whole.prefetch_related(with_authors).first()


def chapters_listed(chapters: QuerySet[Chapter], story: Story) -> list[Chapter]:
    """Return the story's chapters that the viewer's door lets through, in order; one query."""
    return list(chapters.filter(story=story).order_by("number"))


def chapters_with_text(chapters: QuerySet[Chapter], story: Story) -> list[Chapter]:
    """Return the story's chapters with their texts, for the whole story on one page."""
    listed = chapters.filter(story=story).select_related("text", "signed_by")
    return list(listed.order_by("number"))


def newest(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Order by the day of publication, newest first."""
    return stories.order_by("-published_at", "-pk")


def lately_updated(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Order by the day of the newest chapter."""
    return stories.order_by("-updated_at", "-pk")
