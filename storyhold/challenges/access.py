"""Who may pose, change and answer challenges."""

from django.db.models import Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.challenges.models import Answer, Challenge
from storyhold.series.access import (
    series_editable_by,
    series_in_the_open,
    series_visible_to,
)
from storyhold.series.models import Series
from storyhold.stories.access import stories_editable_by, stories_listed_for
from storyhold.stories.models import Story


def challenges() -> QuerySet[Challenge]:
    """Return all challenges: they are for everybody."""
    return Challenge.objects.all()


def may_pose(viewer: Viewer) -> bool:
    """Whether the archive lets this viewer pose challenges."""
    return isinstance(viewer, Member) or the_archive().guests_may_challenge


def challenges_editable_by(member: Viewer) -> QuerySet[Challenge]:
    """Return the challenges this member posed; for a moderator, all."""
    if not isinstance(member, Member):
        return Challenge.objects.none()
    if member.is_moderator:
        return Challenge.objects.all()
    return Challenge.objects.filter(posed_by__member=member)


def answers_visible_to(viewer: Viewer) -> QuerySet[Answer]:
    """Return the answers by stories and series that this viewer may see listed."""
    return Answer.objects.filter(
        Q(story__in=stories_listed_for(viewer)) | Q(series__in=series_visible_to(viewer))
    )


def answers_removable_by(member: Viewer) -> QuerySet[Answer]:
    """Return the answers to challenges this member may change, and those by their own works."""
    own = Q(story__in=stories_editable_by(member)) | Q(series__in=series_editable_by(member))
    return Answer.objects.filter(own | Q(challenge__in=challenges_editable_by(member)))


def stories_to_answer_with(member: Viewer) -> QuerySet[Story]:
    """Return the member's public stories."""
    return stories_editable_by(member).filter(is_public=True)


def series_to_answer_with(member: Viewer) -> QuerySet[Series]:
    """Return the series this member keeps, but for those that nobody else sees yet."""
    return series_editable_by(member).filter(pk__in=series_in_the_open().values("pk"))
