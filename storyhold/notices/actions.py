"""Telling members, and taking back what is no longer so."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, Q
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.notices.kinds import KINDS
from storyhold.notices.models import Notice


@transaction.atomic
def tell(members: Iterable[Member], kind: str, *, about: str, path: str, **facts: str) -> None:
    """Tell each of the members once; who was told of this thing already is not told again.

    `kind` is a key of `KINDS`, `about` names the thing (“review:12”), `path` is where it can be
    seen, and `facts` fill the kind's sentence as plain text. Banned members are left out.
    """
    recipients = [member for member in members if member.is_active]
    notices = [
        Notice(
            member=member,
            kind=KINDS[kind].key,
            about=about,
            path=path,
            facts=facts,
            told_at=now(),
        )
        for member in recipients
    ]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    count_unread(member.pk for member in recipients)


@transaction.atomic
def withdraw(about: str) -> None:
    """Take back what was told about a thing that has gone."""
    notices = Notice.objects.filter(about=about)
    told = list(notices.values_list("member", flat=True))
    notices.delete()
    count_unread(told)


def count_unread(member_ids: Iterable[int]) -> None:
    """Count anew how many notices these members have not read, in the caller's transaction."""
    members = Member.objects.filter(pk__in=list(member_ids))
    counted = members.annotate(unread=Count("notices", filter=Q(notices__read_at=None)))
    for member in counted:
        Member.objects.filter(pk=member.pk).exclude(unread_notices=member.unread).update(
            unread_notices=member.unread
        )
