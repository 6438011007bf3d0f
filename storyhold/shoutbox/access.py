"""Who may read, write and delete shouts."""

from django.db.models import QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.shoutbox.models import Shout


def shouts_visible_to(viewer: Viewer) -> QuerySet[Shout]:  # noqa: ARG001 — for everybody
    """Return all shouts."""
    return Shout.objects.all()


def may_shout(viewer: Viewer) -> bool:
    """Whether the archive lets this viewer shout."""
    return isinstance(viewer, Member) or the_archive().guests_may_shout


def shouts_deletable_by(viewer: Viewer) -> QuerySet[Shout]:
    """Return the member's own shouts; for a moderator, all."""
    if not isinstance(viewer, Member):
        return Shout.objects.none()
    if viewer.is_moderator:
        return Shout.objects.all()
    return Shout.objects.filter(pen_name__member=viewer)


def may_delete(viewer: Viewer, shout: Shout) -> bool:
    """Whether `shouts_deletable_by` holds this shout; no query."""
    if not isinstance(viewer, Member):
        return False
    is_own = shout.pen_name is not None and shout.pen_name.member_id == viewer.pk
    return is_own or viewer.is_moderator
