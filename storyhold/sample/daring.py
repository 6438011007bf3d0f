"""The challenges of the sample's people, and what answered them."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.challenges.actions import answer_with, pose_challenge
from storyhold.sample import library
from storyhold.sample.library import Table
from storyhold.stories.models import Story
from storyhold.tags.models import Tag


def pose_challenges(people: Mapping[str, PenName], stories: Mapping[str, Story]) -> None:
    """Pose what the file says; people are known by their keys, stories by their folders."""
    for table in library.challenges():
        _pose(table, people, stories)


def _pose(table: Table, people: Mapping[str, PenName], stories: Mapping[str, Story]) -> None:
    challenge = pose_challenge(
        title=table["title"],
        summary=table["text"],
        tags=Tag.objects.filter(kind__key="genre", name__in=table.get("genre", [])),
        by=people[table["by"]] if "by" in table else None,
        guest_name=table.get("guest", ""),
        at=now() - timedelta(days=table["days_ago"]),
    )
    for answer in table.get("answer", []):
        works = [stories[folder] for folder in answer["stories"]]
        answer_with(challenge, works, by=people[answer["by"]].member)
