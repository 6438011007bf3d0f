"""Reading about accounts that wait."""

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.queries import hash_of, member_with_email, pen_name_called
from storyhold.accounts.rules import HOUSE_DOMAIN, is_of_the_house, name_key
from storyhold.claims.models import Announcement, Handover, Told, Unclaimed


def for_desk(waiting: QuerySet[Unclaimed], *, called: str = "") -> QuerySet[Unclaimed]:
    """Return them with names and the number of claims; first those that somebody has asked for."""
    if called:
        names = PenName.objects.filter(member=OuterRef("member"), key__contains=name_key(called))
        waiting = waiting.filter(Exists(names))
    names_in_order = Prefetch("member__pen_names", PenName.objects.order_by("-is_default", "name"))
    counted = waiting.annotate(claim_count=Count("claims"))
    return counted.prefetch_related(names_in_order).order_by("-claim_count", "pk")


def good_handover(token: str) -> Handover | None:
    """Return what this link hands over, while it can be used."""
    handovers = Handover.objects.select_related("unclaimed__member")
    good = handovers.filter(token_sha256=hash_of(token), expires_at__gt=now())
    return good.filter(unclaimed__member__is_active=True).first()


def member_asking(typed: str) -> tuple[Member | None, str]:
    """Return whose password was forgotten, by pen name or address, and where a letter may go.

    That is the address on file, also one that came with an old account and that another member
    has. Nobody, where there is none: the archive's own addresses have no mailbox.
    """
    member = member_with_email(typed) if "@" in typed else _member_called(typed)
    address = _address_of(member) if member and member.is_active else ""
    return (member, address) if address else (None, typed)


def _member_called(name: str) -> Member | None:
    pen_name = pen_name_called(name)
    return pen_name.member if pen_name else None


def _address_of(member: Member) -> str:
    if not is_of_the_house(member.email):
        return member.email
    waiting = Unclaimed.objects.filter(member=member).first()
    return waiting.shared_address if waiting else ""


def members_to_tell() -> QuerySet[Member]:
    """Return the members with an address on file who were never here, and not told that it moved.

    Whoever registers here has been here.
    """
    reachable = Member.objects.filter(is_active=True, left_at=None, last_login=None)
    reachable = reachable.exclude(Q(email__iendswith=f"@{HOUSE_DOMAIN}"))
    return reachable.exclude(Exists(Told.objects.filter(member=OuterRef("pk")))).order_by("pk")


def announcement_under_way() -> Announcement | None:
    """Return the announcement whose letters are being written, if there is one."""
    return Announcement.objects.filter(ended_at=None).first()
