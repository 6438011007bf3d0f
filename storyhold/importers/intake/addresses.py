"""Who gets which e-mail address: two accounts here never have the same."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models.functions import Lower

from storyhold.accounts.models import Member
from storyhold.accounts.rules import HOUSE_DOMAIN, is_of_the_house
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.members import OldMember


class Address(NamedTuple):
    """What an account gets, and whether it is its owner's; `shared` is one that another has."""

    email: str
    is_own: bool
    shared: str = ""


class Addresses:
    """Gives every account an address of its own: theirs, or one of the house.

    Of several members with one address the first keeps it. Who the others are, a letter to it
    can ask; it must not let them into each other's accounts.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._taken = set(Member.objects.values_list(Lower("email"), flat=True))

    def give(self, old: OldMember) -> Address:
        """Return the address of a member, and say why where it is not theirs."""
        wished = old.email.lower()
        if not _is_good(wished):
            topic = "address is no address" if old.stored_email.strip() else "address is missing"
            return self._of_the_house(old, topic)
        if wished in self._taken:
            return self._of_the_house(old, "address is shared", shared=wished)
        self._taken.add(wished)
        if wished != old.stored_email.strip().lower():
            self._note("address was picked out", old)
        return Address(wished, is_own=True)

    def _of_the_house(self, old: OldMember, topic: str, *, shared: str = "") -> Address:
        self._note(topic, old)
        house = f"member.{self._desk.move.pk}.{old.uid}@{HOUSE_DOMAIN}"
        return Address(house, is_own=False, shared=shared)

    def _note(self, topic: str, old: OldMember) -> None:
        self._desk.note(topic, "authors", old.uid, name=old.stored_name, address=old.stored_email)


def _is_good(email: str) -> bool:
    """Whether a letter may go there, and our column holds it."""
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= 254 and not is_of_the_house(email)
