"""Whose notices are whose."""

from django.db.models import QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.notices.kinds import KINDS
from storyhold.notices.models import Notice


def notices_of(viewer: Viewer) -> QuerySet[Notice]:
    """Return the viewer's own notices, newest first; not those of kinds we no longer know."""
    if not isinstance(viewer, Member):
        return Notice.objects.none()
    return Notice.objects.filter(member=viewer, kind__in=KINDS)
