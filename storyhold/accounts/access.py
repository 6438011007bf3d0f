"""Who may see and change what of people. Pages fetch through these doors and no others."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from storyhold.accounts.models import Invitation, Member, PenName, Role

Viewer = Member | AnonymousUser


def pen_names_visible_to(viewer: Viewer) -> QuerySet[PenName]:  # noqa: ARG001
    """Return those with a profile: all of them, for everybody. What they signed has its own doors.

    A banned member's too, because the stories stay; `describes_itself` says what it may hold.
    """
    return PenName.objects.select_related("member")


def pen_names_editable_by(member: Viewer) -> QuerySet[PenName]:
    """Return the names this member signs with."""
    if not isinstance(member, Member):
        return PenName.objects.none()
    return PenName.objects.filter(member=member)


def members_visible_to(viewer: Viewer) -> QuerySet[Member]:
    """Return everybody for those who keep the place decent, and nobody for others."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return Member.objects.none()
    return Member.objects.all()


def members_bannable_by(viewer: Viewer) -> QuerySet[Member]:
    """Return those this viewer may ban and let in again; never themselves.

    An archivist may ban anybody, a moderator plain members.
    """
    if not isinstance(viewer, Member):
        return Member.objects.none()
    others = members_visible_to(viewer).exclude(pk=viewer.pk)
    return others if viewer.is_archivist else others.filter(role=Role.MEMBER)


def members_governed_by(viewer: Viewer) -> QuerySet[Member]:
    """Return those whose role this viewer may change and whose password link they may make."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Member.objects.none()
    return Member.objects.all()


def invitations_kept_by(viewer: Viewer) -> QuerySet[Invitation]:
    """Return all invitations for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Invitation.objects.none()
    return Invitation.objects.all()
