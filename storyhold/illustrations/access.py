"""Whose illustrations are whose. The pictures themselves are for whoever reads the stories."""

from django.db.models import QuerySet

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member
from storyhold.illustrations.models import Illustration


def illustrations_of(viewer: Viewer) -> QuerySet[Illustration]:
    """Return those this member brought, the last first."""
    if not isinstance(viewer, Member):
        return Illustration.objects.none()
    return Illustration.objects.filter(member=viewer)
