"""Reading about people."""

import hashlib
from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.timezone import now

from storyhold.accounts.access import Viewer as Viewer
from storyhold.accounts.models import Invitation, Member, PenName, Role
from storyhold.accounts.rules import name_key
from storyhold.freshness.stamps import PEOPLE
from storyhold.freshness.watching import shows


def pen_name_called(name: str) -> PenName | None:
    """Return the active member's pen name that is written like `name`, if there is one."""
    return PenName.objects.filter(key=name_key(name), member__is_active=True).first()


def pen_names_like(part: str) -> QuerySet[PenName]:
    """Return the active members' pen names that contain `part`, by name."""
    found = PenName.objects.filter(key__contains=name_key(part), member__is_active=True)
    return found.order_by("key")


def active(pen_names: QuerySet[PenName]) -> QuerySet[PenName]:
    """Return those of members who may sign in."""
    shows(PEOPLE)
    return pen_names.filter(member__is_active=True)


def of_staff(pen_names: QuerySet[PenName]) -> QuerySet[PenName]:
    """Return the default names of those who keep the place; their other names are not told."""
    roles = (Role.MODERATOR, Role.ARCHIVIST)
    return active(pen_names).filter(is_default=True, member__role__in=roles)


def moderators() -> QuerySet[Member]:
    """Return all who keep the place decent: moderators and archivists."""
    return Member.objects.filter(role__in=(Role.MODERATOR, Role.ARCHIVIST))


def member_with_email(email: str) -> Member | None:
    """Return the member who has this address, in whatever case it is written."""
    return Member.objects.filter(email__iexact=email).first()


def members_there_are() -> int:
    """Return how many members can sign in: neither banned nor gone."""
    shows(PEOPLE)
    return Member.objects.filter(is_active=True).count()


def newest_pen_names(*, most: int) -> list[PenName]:
    """Return the names that came last, of members who can sign in; one query.

    All names, not only those that members use as a rule: a name that were missing here would be
    known for somebody's second one.
    """
    shows(PEOPLE)
    here = PenName.objects.filter(member__is_active=True).order_by("-created_at", "-pk")
    return list(here.defer("bio_source", "bio_html")[:most])


def good_invitation(code: str) -> Invitation | None:
    """Return the unused invitation with this code, while it lasts."""
    from_code = Invitation.objects.filter(code_sha256=hash_of(code))
    return from_code.filter(used_at=None, expires_at__gt=now()).first()


def hash_of(code: str) -> str:
    """Return the hash under which an invitation's code is kept."""
    return hashlib.sha256(code.strip().encode()).hexdigest()


def address_offered(member: Member) -> EmailAddress | None:
    """Return the address that waits for the member's confirmation, if one does."""
    return EmailAddress.objects.filter(user=member, primary=False).last()


def address_is_confirmed(member: Member) -> bool:
    """Whether a letter to the member's address was answered."""
    found: bool = _confirmed_addresses().filter(user=member).exists()
    return found


def letter_addresses(members: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return e-mail and default pen name of those of these members whom a letter may reach.

    Only a confirmed address: anybody can register with the address of a stranger.
    """
    confirmed = _confirmed_addresses().filter(user__in=members)
    reachable = confirmed.filter(user__is_active=True, user__pen_names__is_default=True)
    found = reachable.values_list("user_id", "email", "user__pen_names__name")
    return {member: (email, name) for member, email, name in found}


def with_confirmed_address(members: QuerySet[Member]) -> QuerySet[Member]:
    """Return those of the members whom a letter may reach."""
    return members.filter(Exists(_confirmed_addresses().filter(user=OuterRef("pk"))))


def _confirmed_addresses() -> QuerySet[EmailAddress]:
    confirmed: QuerySet[EmailAddress] = EmailAddress.objects.filter(primary=True, verified=True)
    return confirmed


def with_pen_names(members: QuerySet[Member]) -> QuerySet[Member]:
    """Add the pen names, the default first; one query for all of them."""
    names = PenName.objects.order_by("-is_default", "name")
    return members.prefetch_related(Prefetch("pen_names", names))


def members_matching(members: QuerySet[Member], words: str, *, by_email: bool) -> QuerySet[Member]:
    """Return those with a pen name, or where `by_email` an address, that contains `words`."""
    found = Q(pk__in=PenName.objects.filter(key__contains=name_key(words)).values("member"))
    return members.filter(found | Q(email__icontains=words) if by_email else found)
