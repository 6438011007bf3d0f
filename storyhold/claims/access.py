"""Who may see which accounts wait, and who may ask for one."""

from django.db.models import QuerySet

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member, PenName
from storyhold.claims.models import Claim, Unclaimed


def unclaimed_kept_by(viewer: Viewer) -> QuerySet[Unclaimed]:
    """Return all accounts that wait for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Unclaimed.objects.none()
    return Unclaimed.objects.select_related("member")


def claims_answered_by(viewer: Viewer) -> QuerySet[Claim]:
    """Return what was asked, for an archivist; nothing for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Claim.objects.none()
    return Claim.objects.select_related("unclaimed__member", "by__member")


def pen_names_to_claim(viewer: Viewer) -> QuerySet[PenName]:  # noqa: ARG001 — for everybody
    """Return the names whose accounts wait: everybody may say that one is theirs."""
    waiting = PenName.objects.filter(member__unclaimed__isnull=False, member__is_active=True)
    return waiting.select_related("member__unclaimed")
