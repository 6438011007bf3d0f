"""Saying that an account is one's own, and the archivist's no."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from storyhold.accounts.models import Member, PenName, Role
from storyhold.claims.models import Claim, Unclaimed
from storyhold.claims.refusals import NothingSaid, NoWayToAnswer
from storyhold.claims.wording import letter_to, subject_of, wording_of
from storyhold.notices.actions import tell, withdraw


@transaction.atomic
def ask_for(unclaimed: Unclaimed, *, words: str, by: PenName | None, email: str = "") -> Claim:
    """Say that an account is one's own: as a member, or as a guest with an address.

    Raises `NothingSaid`, `NoWayToAnswer`.
    """
    if not words.strip():
        raise NothingSaid
    if by is None and not email:
        raise NoWayToAnswer
    claim = Claim.objects.create(unclaimed=unclaimed, by=by, email=email, words=words)
    archivists = Member.objects.filter(role=Role.ARCHIVIST, is_active=True)
    path = reverse("claims:account", args=[unclaimed.pk])
    tell(archivists, "claim", about=about(unclaimed), path=path, name=str(unclaimed))
    return claim


@transaction.atomic
def decline(claim: Claim, *, contact: str) -> None:
    """Say no, by letter, and forget what was asked. `contact` is where more can be said."""
    facts = {"name": str(claim.unclaimed), "contact": contact}
    EmailMessage(
        subject=subject_of("declined"),
        body=letter_to(wording_of("declined"), facts),
        to=[claim.by.member.email if claim.by else claim.email],
    ).send()
    claim.delete()
    if not claim.unclaimed.claims.exists():
        withdraw(about(claim.unclaimed))


def about(unclaimed: Unclaimed) -> str:
    """Return what notices of claims are about."""
    return f"claims:{unclaimed.pk}"
