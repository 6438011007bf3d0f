"""Giving an account to whom it belongs."""

import secrets
from collections.abc import Callable

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime, now

from storyhold.accounts.actions import change_address, refuse_house_address
from storyhold.accounts.models import Member
from storyhold.accounts.queries import hash_of, member_with_email
from storyhold.claims.actions.asking import about
from storyhold.claims.models import Handover, Unclaimed
from storyhold.claims.queries import good_handover
from storyhold.claims.refusals import AddressIsAMembers, AlreadyClaimed, LinkIsNoGood
from storyhold.claims.rules import LINK_LASTS
from storyhold.claims.wording import letter_to, subject_of, wording_of
from storyhold.notices.actions import withdraw


@transaction.atomic
def hand_over(unclaimed: Unclaimed, *, email: str, link: Callable[[str], str]) -> str:
    """Send a one-time link to the account's owner, and return it; any made before is worthless.

    `link` makes the address from the token. Raises `AddressIsAMembers`, `EmailIsOfTheHouse`.
    """
    refuse_house_address(email)
    other = member_with_email(email)
    if other and other.pk != unclaimed.member_id:
        raise AddressIsAMembers
    token = secrets.token_urlsafe(24)
    made = {"token_sha256": hash_of(token), "email": email, "expires_at": now() + LINK_LASTS}
    handover, _created = Handover.objects.update_or_create(unclaimed=unclaimed, defaults=made)
    _send(handover, link(token))
    return link(token)


def _send(handover: Handover, link: str) -> None:
    day = date_format(localtime(handover.expires_at), "j F Y")
    facts = {"name": str(handover.unclaimed), "link": link, "day": day}
    EmailMessage(
        subject=subject_of("handover"),
        body=letter_to(wording_of("handover"), facts),
        to=[handover.email],
    ).send()


@transaction.atomic
def take_over(token: str, *, email: str, password: str) -> Member:
    """Give the account to whoever has the link: their password, and their address.

    Raises `LinkIsNoGood`, `EmailIsTaken`, `EmailIsOfTheHouse`.
    """
    handover = good_handover(token)
    if handover is None:
        raise LinkIsNoGood
    member = handover.unclaimed.member
    # Of two who race with one link, one finds it.
    deleted, _by_model = Handover.objects.filter(pk=handover.pk).delete()
    if not deleted:
        raise LinkIsNoGood
    change_address(member, email=email, confirmed=email == handover.email)
    member.set_password(password)
    member.save(update_fields=["password"])
    settle(member)
    return member


@transaction.atomic
def settle(member: Member) -> None:
    """Note that the account has its owner; nothing, where it had."""
    for unclaimed in Unclaimed.objects.filter(member=member):
        withdraw(about(unclaimed))
        unclaimed.delete()


@transaction.atomic
def still_waiting(unclaimed: Unclaimed) -> Unclaimed:
    """Return it locked, so that it is given once. Raises `AlreadyClaimed`."""
    current = Unclaimed.objects.select_for_update().filter(pk=unclaimed.pk).first()
    if current is None:
        raise AlreadyClaimed
    return current
