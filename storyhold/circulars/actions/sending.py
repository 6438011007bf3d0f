"""Sending a letter: to oneself, then to all, by portions that the background writes.

Letters are put into the box in the transaction that notes how far the members were gone through.
So the worker may be killed anywhere: nobody is written to twice, and nobody is forgotten.
"""

from collections.abc import Sequence

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.accounts.queries import letter_addresses
from storyhold.circulars.letters import letter_to
from storyhold.circulars.models import Circular, Stage
from storyhold.circulars.queries import members_to_write_to, who_want_no_letters
from storyhold.circulars.refusals import (
    NoLetterLeaves,
    NotTriedYet,
    YourAddressIsNotConfirmed,
)
from storyhold.circulars.rules import AT_ONCE
from storyhold.notices.queries import news_is_mailed
from storyhold.notifications.actions import put_into_the_box
from storyhold.notifications.models import Letter
from storyhold.notifications.queries import news_on_its_way


@transaction.atomic
def try_out(circular: Circular, *, by: Member) -> None:
    """Send it to oneself. Raises `NoLetterLeaves`, `YourAddressIsNotConfirmed`."""
    if not news_is_mailed():
        raise NoLetterLeaves
    addresses = letter_addresses([by.pk])
    if by.pk not in addresses:
        raise YourAddressIsNotConfirmed
    email, name = addresses[by.pk]
    put_into_the_box([letter_to(by.pk, circular, email=email, name=name)])
    circular.tried_at = now()
    circular.save(update_fields=["tried_at"])


@transaction.atomic
def begin(circular: Circular) -> None:
    """Let it be written to all; once begun, it stays so. Raises `NoLetterLeaves`, `NotTriedYet`."""
    if not news_is_mailed():
        raise NoLetterLeaves
    circular.refresh_from_db(from_queryset=Circular.objects.select_for_update())
    if not circular.is_draft:
        return
    if circular.tried_at is None:
        raise NotTriedYet
    circular.stage, circular.begun_at = Stage.GOING, now()
    circular.save(update_fields=["stage", "begun_at"])


def stop(circular: Circular) -> None:
    """Write no more of it. What has been written already leaves."""
    Circular.objects.filter(pk=circular.pk, stage=Stage.GOING).update(stage=Stage.STOPPED)


def go_on(circular: Circular) -> None:
    """Write to those who were still to come when it was stopped."""
    Circular.objects.filter(pk=circular.pk, stage=Stage.STOPPED).update(stage=Stage.GOING)


@transaction.atomic
def write_some_letters() -> int:
    """Write the next portion of the letter that was begun first; return how many there were."""
    going = Circular.objects.select_for_update(skip_locked=True).filter(stage=Stage.GOING)
    circular = going.order_by("begun_at", "pk").first()
    portion = AT_ONCE - news_on_its_way()
    if circular is None or portion <= 0 or not news_is_mailed():
        return 0
    members = list(members_to_write_to(circular).values_list("pk", flat=True)[:portion])
    letters = _letters(circular, members)
    if len(members) < portion:
        circular.stage = Stage.ENDED
    circular.last_member = max(members, default=circular.last_member)
    circular.save()
    return put_into_the_box(letters)


def _letters(circular: Circular, members: Sequence[int]) -> list[Letter]:
    """Return a letter for each who gets one, and count these and the others."""
    addresses = letter_addresses(members)
    reachable = Member.objects.filter(pk__in=addresses)
    unwilling = set() if circular.is_about_rules else set(who_want_no_letters(reachable))
    declined = {member.pk for member in unwilling}
    circular.written += len(addresses) - len(declined)
    circular.unwanted += len(declined)
    circular.unconfirmed += len(members) - len(addresses)
    return [
        letter_to(member, circular, email=email, name=name)
        for member, (email, name) in sorted(addresses.items())
        if member not in declined
    ]
