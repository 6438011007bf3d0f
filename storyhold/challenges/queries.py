"""Reading challenges for a page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.challenges.access import (
    answers_visible_to,
    challenges,
    series_to_answer_with,
    stories_to_answer_with,
)
from storyhold.challenges.models import Answer, Challenge
from storyhold.series.models import Series
from storyhold.stories.models import Story
from storyhold.stories.queries import WITH_TAGS, for_listing
from storyhold.tags.models import Tag

BIOS = ("posed_by__bio_source", "posed_by__bio_html")


def challenges_listed(viewer: Viewer) -> QuerySet[Any]:
    """Return challenges A to Z with posers and tags, each with `answer_count`; two queries."""
    seen = Q(answers__in=answers_visible_to(viewer))
    with_posers = challenges().select_related("posed_by").defer(*BIOS)
    counted = with_posers.annotate(answer_count=Count("answers", filter=seen))
    return counted.prefetch_related(WITH_TAGS).order_by("title_key", "pk")


def tagged(found: QuerySet[Any], tag: Tag) -> QuerySet[Any]:
    """Return the challenges that have the tag."""
    return found.filter(pk__in=Challenge.tags.through.objects.filter(tag=tag).values("challenge"))


def tags_in_use() -> QuerySet[Tag]:
    """Return the tags that challenges have, by kind and name."""
    used = Tag.objects.filter(pk__in=Challenge.tags.through.objects.values("tag"))
    return used.select_related("kind").order_by("kind__position", "name")


def most_answered(viewer: Viewer, *, most: int = 10) -> list[Any]:
    """Return the challenges with the most answers that this viewer may see."""
    answered = challenges_listed(viewer).filter(answer_count__gt=0)
    return list(answered.order_by("-answer_count", "title_key")[:most])


def how_many_challenges() -> int:
    """Return the number of challenges."""
    return challenges().count()


def answers_shown(viewer: Viewer, challenge: Challenge) -> QuerySet[Answer]:
    """Return what answers a challenge, the newest first, with all that cards need; six queries."""
    with_stories = Prefetch("story", for_listing(Story.objects.all()))
    with_series = Prefetch(
        "series", Series.objects.select_related("owner").prefetch_related(WITH_TAGS)
    )
    found = answers_visible_to(viewer).filter(challenge=challenge)
    return found.prefetch_related(with_stories, with_series)


def challenges_answered_by(work: Story | Series) -> list[Challenge]:
    """Return the challenges that a story or series answers; one query."""
    return list(challenges().filter(pk__in=work.challenges_answered.values("challenge")))


def works_of(member: Member) -> tuple[list[Story], list[Series]]:
    """Return all that a member could answer with, by title; two queries."""
    stories = stories_to_answer_with(member).order_by("title_key", "pk")
    return list(stories), list(series_to_answer_with(member).order_by("title_key", "pk"))


def answered_with(challenge: Challenge, works: Iterable[Story | Series]) -> list[Story | Series]:
    """Return those among the works that answer the challenge; one query."""
    pairs = challenge.answers.values_list("story", "series")
    stories, series = {story for story, _series in pairs}, {series for _story, series in pairs}
    return [work for work in works if work.pk in (stories if isinstance(work, Story) else series)]
