"""Members come in: accounts with their pen names, addresses, passwords and likings."""

from collections.abc import Iterator
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.rules import name_key
from storyhold.archive import set_up_code
from storyhold.claims.models import Unclaimed, Why
from storyhold.importers.intake.accounts_here import AccountsHere
from storyhold.importers.intake.addresses import Address, Addresses
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.house import House
from storyhold.importers.intake.likings import Likings, wishes
from storyhold.importers.intake.parts import in_parts
from storyhold.importers.intake.passwords import wrapped
from storyhold.importers.intake.pen_names import Signatures, website
from storyhold.importers.intake.standing import AUTHOR, LOCKED, Standing
from storyhold.importers.sources.efiction.tables.bridged import bridged_members, is_bridged
from storyhold.importers.sources.efiction.tables.members import (
    OldMember,
    likings_left_behind,
    members,
)
from storyhold.importers.sources.efiction.values.passwords import NO_PASSWORD
from storyhold.importers.sources.efiction.values.titles import title_of

AT_ONCE = 500  # their passwords are wrapped together


def bring_members(desk: Desk) -> Iterator[int]:
    """Bring in everybody who is not here yet."""
    reception, done = Reception(desk), 0
    for arrivals in in_parts(_old_members(desk), AT_ONCE):
        reception.receive(arrivals)
        done += len(arrivals)
        yield done
    for column, count in likings_left_behind(desk.old).items():
        desk.note("likings stay behind", "authorprefs", column=column, count=count)
    if reception.knows_an_archivist:
        _hand_over_the_keys(desk)
    yield done


def _hand_over_the_keys(desk: Desk) -> None:
    """Count a new house as set up: with its old archivist somebody is there to keep it."""
    house = House(desk)
    if house.now("set_up_at") is None:
        house.change({"set_up_at": now()})
        desk.shelves.afterwards(set_up_code.spend)


def _old_members(desk: Desk) -> Iterator[OldMember]:
    if not is_bridged(desk.old):
        return members(desk.old)
    desk.note("site was bridged", "authors")
    return bridged_members(desk.old)


class Reception:
    """Gives every arrival an account, and says what could not stay as it was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._why_without = Why.FORMER if is_bridged(desk.old) else None
        self._here = AccountsHere(desk.move)
        self._addresses = Addresses(desk)
        self._standing = Standing(desk)
        self._signatures = Signatures(desk)
        self._likings = Likings(desk.old)
        self._last_joined: datetime | None = None
        highest = max(desk.old.ids("authors", "uid"), default=0)
        for kind in ("account", "member"):
            desk.numbers.expect(kind, highest)

    @property
    def knows_an_archivist(self) -> bool:
        """Whether somebody has come in who owns the archive, and can sign in."""
        return self._standing.archivists > 0

    def receive(self, arrivals: list[OldMember]) -> None:
        """Let these in, but for those who came before."""
        new = [old for old in arrivals if not self._desk.numbers.is_known("member", old.uid)]
        # Wrapping takes its time; in a rehearsal nobody will sign in with them.
        stored = [old.password if self._desk.shelves.is_real else NO_PASSWORD for old in new]
        passwords = wrapped(stored)
        for old, password in zip(new, passwords, strict=True):
            name = title_of(old.stored_name)
            account = self._here.find(email=old.email, name=name)
            if account is None:
                self._open_account(old, password)
            else:
                self._join_account(old, account, name=name)
            self._say_what_stays_behind(old)

    def _join_account(self, old: OldMember, account: int, *, name: str) -> None:
        """Let the member be one who was here: their account stays as it is."""
        numbers = self._desk.numbers
        numbers.remember("account", old.uid, account, was_here=True)
        same = PenName.objects.filter(member=account, key=name_key(name)).first()
        if same:
            numbers.remember("member", old.uid, same.pk, was_here=True)
        else:
            member = Member(pk=account)
            self._desk.put([self._signatures.make(old, member, is_default=False)])
        self._desk.note("member was here", "authors", old.uid, name=name)

    def _open_account(self, old: OldMember, password: str) -> None:
        address = self._addresses.give(old)
        why = self._why_unclaimed(old, address)
        member = self._member(old, address, is_claimed=why is None)
        member.password = make_password(None) if why == Why.BY_ARCHIVIST else password
        pen_name = self._signatures.make(old, member, is_default=True)
        self._desk.put([member, pen_name, *wishes(member, old.preferences)])
        if address.is_own:
            self._desk.put([_letter_box(member)])
        if why and member.is_active:
            self._desk.put([Unclaimed(member=member, why=why, shared_address=address.shared)])

    def _why_unclaimed(self, old: OldMember, address: Address) -> Why | None:
        if self._why_without:
            return self._why_without
        if old.made_by_archivist:
            self._note("member was made by an archivist", old)
            return Why.BY_ARCHIVIST
        if not old.password.kind:
            self._note("password cannot be used", old)
        if not address.is_own:
            return Why.NO_ADDRESS
        return None if old.password.kind else Why.NO_PASSWORD

    def _member(self, old: OldMember, address: Address, *, is_claimed: bool) -> Member:
        preferences = old.preferences
        return Member(
            pk=self._desk.numbers.give("account", old.uid),
            email=address.email,
            role=self._standing.role_of(old, is_claimed=is_claimed),
            is_active=preferences.level != LOCKED,
            is_trusted=preferences.is_trusted,
            may_always_submit=preferences.level == AUTHOR,
            joined_at=self._joined_at(old),
            has_confirmed_age=preferences.is_of_age,
            choices=self._likings.choices(preferences),
        )

    def _joined_at(self, old: OldMember) -> datetime:
        """Return when they joined; where nobody knows, when the member before them did."""
        if old.joined_at:
            self._last_joined = old.joined_at
            return old.joined_at
        guess = self._last_joined or now()
        self._note("day of joining is not known", old, guess=f"{guess:%Y-%m-%d}")
        return guess

    def _say_what_stays_behind(self, old: OldMember) -> None:
        if old.image:
            self._note("picture of a member stays behind", old, address=old.image)
        if old.website and not website(old.website):
            self._note("website is no address", old, address=old.website)
        if old.password.is_odd:
            self._note("password was written in capitals", old)

    def _note(self, topic: str, old: OldMember, **facts: object) -> None:
        self._desk.note(topic, "authors", old.uid, name=old.stored_name, **facts)


def _letter_box(member: Member) -> EmailAddress:
    """Return the address as one that was confirmed.

    The old site sent passwords and letters there for years, and a forgotten password is reset by
    a letter to it: whoever reads that is the owner as far as anybody can know.
    """
    return EmailAddress(user=member, email=member.email, primary=True, verified=True)
