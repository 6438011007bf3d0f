"""Who may write to the members."""

from django.db.models import QuerySet

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member
from storyhold.circulars.models import Circular


def circulars_kept_by(viewer: Viewer) -> QuerySet[Circular]:
    """Return all letters for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Circular.objects.none()
    return Circular.objects.all()
