"""Choosing how to be told, and stopping the mail: by a member, or by a link from a letter."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import QuerySet

from storyhold.accounts.models import Member
from storyhold.notices.kinds import KINDS, How, Kind
from storyhold.notices.models import NoMail, Notice, Wish
from storyhold.notices.queries import choices_of

_SEPARATOR = "."


@dataclass(frozen=True)
class Stop:
    """What a link in a letter stops: a member's mail of some kinds, or without kinds all of it."""

    member: int
    kinds: tuple[str, ...] = ()

    @property
    def token(self) -> str:
        """What stands for it in an address. It never expires, as letters are kept for years."""
        return _signer().sign(_SEPARATOR.join((str(self.member), *self.kinds)))

    @property
    def named(self) -> list[Kind]:
        """The kinds that are still known."""
        return [KINDS[key] for key in self.kinds if key in KINDS]


def read_stop(token: str) -> Stop | None:
    """Return what the token in an address stops; nothing if it was not made by us."""
    try:
        member, *kinds = _signer().unsign(token).split(_SEPARATOR)
    except BadSignature:
        return None
    return Stop(int(member), tuple(kinds))


def _signer() -> Signer:
    return Signer(sep="~", salt="storyhold.notices.stop")


@transaction.atomic
def choose(member: Member, hows: Mapping[str, How]) -> None:
    """Remember how the member wishes to be told of these kinds, also about what waits already."""
    for kind, how in hows.items():
        Wish.objects.update_or_create(member=member, kind=kind, defaults={"how": how})
        _waiting(member).filter(kind=kind).update(by_mail=how.mail)


@transaction.atomic
def stop(asked: Stop) -> None:
    """Stop what the link says. What is told here stays; so does the mail of other kinds."""
    member = Member.objects.filter(pk=asked.member).first()
    if member is None:
        return
    if asked.kinds:
        chosen = choices_of(member)
        mailed = {key for key in asked.kinds if key in chosen and chosen[key].mail}
        choose(member, {key: KINDS[key].without_mail for key in mailed})
    else:
        stop_all_mail(member)


@transaction.atomic
def stop_all_mail(member: Member) -> None:
    """Mail the member no notices any more, of kinds to come either."""
    NoMail.objects.get_or_create(member=member)
    _waiting(member).update(by_mail="")


def allow_mail(member: Member) -> None:
    """Mail the member again what was chosen."""
    NoMail.objects.filter(member=member).delete()


def _waiting(member: Member) -> QuerySet[Notice]:
    return Notice.objects.filter(member=member).exclude(by_mail="")
