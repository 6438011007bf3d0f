"""Who defines what profiles say."""

from django.db.models import QuerySet

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member
from storyhold.profiles.models import ProfileField


def fields_editable_by(viewer: Viewer) -> QuerySet[ProfileField]:
    """Return all fields for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return ProfileField.objects.none()
    return ProfileField.objects.all()
