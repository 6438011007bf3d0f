"""Who may see, answer and keep polls."""

from django.db.models import QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.polls.models import Poll


def polls_visible_to(viewer: Viewer) -> QuerySet[Poll]:  # noqa: ARG001 — for everybody
    """Return all polls. How an open one stands, only those see who have voted."""
    return Poll.objects.all()


def polls_kept_by(viewer: Viewer) -> QuerySet[Poll]:
    """Return all polls for those who keep the archive, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return Poll.objects.none()
    return Poll.objects.all()
