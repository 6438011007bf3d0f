"""Who wishes to be told how, and what waits to be mailed."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from storyhold.accounts.models import Member
from storyhold.notices.kinds import KINDS, How
from storyhold.notices.models import NoMail, Notice, Wish


def news_is_mailed() -> bool:
    """Whether notices go by mail: letters leave, and their links have something to begin with."""
    return settings.MAIL.kind != "none" and bool(settings.ADDRESS)


def wishes_of(members: Sequence[int], kind: str) -> dict[int, How]:
    """Return in which way each of these members is told of this kind; two queries."""
    usual = KINDS[kind].usual
    wished = dict(Wish.objects.filter(member__in=members, kind=kind).values_list("member", "how"))
    without_mail = _who_want_no_mail(members)
    found = {member: How(wished.get(member, usual)) for member in members}
    return {
        member: How.HERE if how.mail and member in without_mail else how
        for member, how in found.items()
    }


def _who_want_no_mail(members: Sequence[int]) -> set[int]:
    if not news_is_mailed():
        return set(members)
    return set(NoMail.objects.filter(member__in=members).values_list("member", flat=True))


def who_want_no_mail_about(kind: str, members: QuerySet[Member]) -> QuerySet[Member]:
    """Return those of the members who are not to be mailed about this kind."""
    own = Wish.objects.filter(member=OuterRef("pk"), kind=kind)
    against = own.filter(how__in=[how for how in How if not how.mail])
    return members.filter(Exists(NoMail.objects.filter(member=OuterRef("pk"))) | Exists(against))


def choices_of(member: Member) -> dict[str, How]:
    """Return what the member has chosen, or what is usual, for each kind that concerns them."""
    wished = dict(Wish.objects.filter(member=member).values_list("kind", "how"))
    return {
        key: How(wished.get(key, kind.usual))
        for key, kind in KINDS.items()
        if member.is_moderator or not kind.for_moderators
    }


def wants_no_mail(member: Member) -> bool:
    """Whether the member has stopped all mail."""
    return NoMail.objects.filter(member=member).exists()


def notices_to_mail(sort: How) -> QuerySet[Notice]:
    """Return the notices that are still to go in a letter of this sort, by their members."""
    return Notice.objects.filter(by_mail=sort.mail, kind__in=KINDS).order_by("member", "pk")
