"""Giving the names and works of an account to a member who has another one."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, models, transaction

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.queries import pen_name_called
from storyhold.claims.actions.asking import about
from storyhold.claims.actions.giving import still_waiting
from storyhold.claims.models import Unclaimed
from storyhold.claims.refusals import NobodyIsCalledSo
from storyhold.notices.actions import withdraw
from storyhold.notices.models import NoMail, Notice, Wish

# What is the account's and not the person's: it goes with the account.
LEFT_BEHIND = {EmailAddress, NoMail, Notice, Unclaimed, Wish}


@transaction.atomic
def join_to(unclaimed: Unclaimed, *, name: str) -> Member:
    """Give all of it to the member who signs as `name`, and end the account.

    Its pen names become that member's; what both have kept, they keep once.
    Raises `NobodyIsCalledSo`, `AlreadyClaimed`.
    """
    unclaimed = still_waiting(unclaimed)
    pen_name = pen_name_called(name)
    if pen_name is None or pen_name.member_id == unclaimed.member_id:
        raise NobodyIsCalledSo(name=name)
    old, member = unclaimed.member, pen_name.member
    PenName.objects.filter(member=old).update(member=member, is_default=False)
    for field in _fields_naming_a_member():
        _pass_on(field, old, member)
    withdraw(about(unclaimed))
    old.delete()
    return member


def _fields_naming_a_member() -> list[Any]:
    """Return what names an account in any room; the rooms above need not be known here."""
    related = Member._meta.related_objects
    return [each.field for each in related if each.related_model not in LEFT_BEHIND | {PenName}]


def _pass_on(field: Any, old: Member, member: Member) -> None:
    rows = field.model._base_manager.filter(**{field.name: old})
    for pk in list(rows.values_list("pk", flat=True)):
        _pass_on_one(field, rows.filter(pk=pk), member)


def _pass_on_one(field: Any, row: models.QuerySet[Any], member: Member) -> None:
    """Leave it behind where the member has the same: the database allows it once."""
    try:
        with transaction.atomic():
            row.update(**{field.name: member})
    except IntegrityError:
        row.delete()
