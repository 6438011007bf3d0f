"""Names for those whom an old archive still names, but whose accounts it no longer has."""

from itertools import count

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.rules import HOUSE_DOMAIN, name_key
from storyhold.claims.models import Unclaimed, Why
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.missing import names_of_missing


class FormerMembers:
    """Accounts that wait to be claimed, made when the first work of such a member comes in.

    One for each step: it knows the names that are taken when it is first asked.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._taken: set[str] = set()
        self._names: dict[int, str] | None = None

    def pen_name(self, uid: int | str, *, name: str = "") -> int:
        """Return the number of the pen name for this old member, there or not.

        `name` is what they are called where it is known, as it is in reviews. 0 is somebody of
        whom nothing is known at all.
        """
        known = self._desk.numbers.new("member", uid)
        return self._made(uid, name) if known is None else known

    def _made(self, uid: int | str, name: str) -> int:
        numbers = self._desk.numbers
        account, pen_name = numbers.give("account", uid), numbers.give("member", uid)
        called = self._free(name or self._name_in_reviews(uid))
        member = Member(
            pk=account,
            email=f"former.{self._desk.move.pk}.{account}@{HOUSE_DOMAIN}",
            password=make_password(None),
        )
        signed = PenName(
            pk=pen_name, member=member, name=called, key=name_key(called), is_default=True
        )
        self._desk.put([member, signed, Unclaimed(member=member, why=Why.FORMER)])
        self._desk.note("member is gone", "authors", uid, name=called)
        return pen_name

    def _name_in_reviews(self, uid: int | str) -> str:
        if not uid:
            return _("A former member")
        if self._names is None:
            self._names = names_of_missing(self._desk.old)
        return self._names.get(int(uid)) or _("Former member %d") % int(uid)

    def _free(self, name: str) -> str:
        """Return the name, or the first with a number behind it that nobody has."""
        self._taken = self._taken or set(PenName.objects.values_list("key", flat=True))
        names = (name if number == 1 else f"{name} {number}" for number in count(1))
        free = next(each for each in names if name_key(each) not in self._taken)
        self._taken.add(name_key(free))
        return free
