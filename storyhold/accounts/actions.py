"""Becoming a member, and the names one signs with."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from allauth.account import app_settings as allauth_settings
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.timezone import now

from storyhold.accounts.models import Invitation, Member, PenName, Role
from storyhold.accounts.queries import hash_of
from storyhold.accounts.refusals import (
    EmailIsOfTheHouse,
    EmailIsTaken,
    InvitationIsNoGood,
    LastArchivist,
    LastPenName,
    PenNameIsGone,
    PenNameIsInUse,
    PenNameIsTaken,
    PenNameIsUnfit,
    RegistrationIsClosed,
)
from storyhold.accounts.rules import is_good_name, is_of_the_house, name_key
from storyhold.accounts.signals import pen_name_changed
from storyhold.archive.models import Registration
from storyhold.archive.queries import the_archive
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line

INVITATION_LASTS = timedelta(days=30)


@transaction.atomic
def join(*, pen_name: str, email: str, password: str, invitation: str = "") -> Member:
    """Register as the archive lets people register: openly, or by spending an invitation.

    Raises `RegistrationIsClosed`, `InvitationIsNoGood`, `EmailIsOfTheHouse`, and what `register`
    raises.
    """
    refuse_house_address(email)
    rule = the_archive().registration
    if rule == Registration.CLOSED:
        raise RegistrationIsClosed
    member = register(pen_name=pen_name, email=email, password=password)
    if rule == Registration.INVITATION:
        use_invitation(invitation, by=member)
    return member


@transaction.atomic
def register(
    *,
    pen_name: str,
    email: str,
    password: str | None,
    role: str = Role.MEMBER,
    confirmed: bool = False,
) -> Member:
    """Make an account with its first pen name. `confirmed`: the address is known to be theirs.

    Without a password nobody can sign in until one is set by a reset link.

    Raises `PenNameIsUnfit`, `PenNameIsTaken`, `EmailIsTaken`.
    """
    member = Member(role=role)
    member.set_password(password)
    _save_email(member, email)
    add_pen_name(member, pen_name)
    EmailAddress.objects.create(user=member, email=member.email, primary=True, verified=confirmed)
    return member


def refuse_house_address(email: str) -> None:
    """Raise `EmailIsOfTheHouse`: with one, somebody could wait for what others leave behind."""
    if is_of_the_house(email):
        raise EmailIsOfTheHouse


def _save_email(member: Member, email: str) -> None:
    """Save the member with this address, in lower case as allauth looks for it."""
    member.email = email.strip().lower()
    if Member.objects.filter(email__iexact=member.email).exclude(pk=member.pk).exists():
        raise EmailIsTaken(email=email)
    try:
        with transaction.atomic():
            member.save(update_fields=["email"] if member.pk else None)
    except IntegrityError as race:
        raise EmailIsTaken(email=email) from race


@transaction.atomic
def offer_address(member: Member, email: str) -> EmailAddress:
    """Note the address the member wants instead of theirs, until it is confirmed; one at a time.

    Raises `EmailIsOfTheHouse`.
    """
    refuse_house_address(email)
    take_back_offer(member)
    email = email.strip().lower()
    offered: EmailAddress = EmailAddress.objects.create(user=member, email=email)
    return offered


def take_back_offer(member: Member) -> None:
    """Forget an address that was offered and not confirmed yet."""
    EmailAddress.objects.filter(user=member, primary=False).delete()


@transaction.atomic
def confirm_address(address: EmailAddress) -> None:
    """Make an address whose letter was answered the member's own. Raises `EmailIsTaken`."""
    change_address(Member.objects.get(pk=address.user_id), email=address.email, confirmed=True)


@transaction.atomic
def change_address(member: Member, *, email: str, confirmed: bool = False) -> None:
    """Give the member this address in place of all others.

    Raises `EmailIsTaken`, `EmailIsOfTheHouse`.
    """
    refuse_house_address(email)
    _save_email(member, email)
    EmailAddress.objects.filter(user=member).delete()
    EmailAddress.objects.create(user=member, email=member.email, primary=True, verified=confirmed)


@transaction.atomic
def add_pen_name(member: Member, name: str) -> PenName:
    """Give the member another name to sign with; the first becomes the default.

    Raises `PenNameIsUnfit` or `PenNameIsTaken`.
    """
    name = _fit_name(name)
    is_first = not member.pen_names.exists()
    added = PenName(member=member, name=name, key=name_key(name), is_default=is_first)
    _save_name(added)
    return added


def check_pen_name(name: str) -> None:
    """Raise `PenNameIsUnfit` or `PenNameIsTaken` where `add_pen_name` would."""
    _refuse_taken(_fit_name(name))


@transaction.atomic
def rename(pen_name: PenName, name: str) -> None:
    """Change how the name is written, on everything it signs.

    Raises as `add_pen_name` does, and `PenNameIsGone`.
    """
    if not _still_there(pen_name):
        raise PenNameIsGone
    pen_name.name = _fit_name(name)
    pen_name.key = name_key(pen_name.name)
    _save_name(pen_name)
    pen_name_changed.send(PenName, pen_name=pen_name)


def _fit_name(name: str) -> str:
    name = one_line(name)
    if not is_good_name(name):
        raise PenNameIsUnfit(name=name)
    return name


def _refuse_taken(name: str, *, but: PenName | None = None) -> None:
    others = PenName.objects.exclude(pk=but.pk) if but else PenName.objects.all()
    if others.filter(key=name_key(name)).exists():
        raise PenNameIsTaken(name=name)


def _save_name(pen_name: PenName) -> None:
    _refuse_taken(pen_name.name, but=pen_name)
    # Only its own columns: in another tab it may be made the default just now.
    columns = ["name", "key"] if pen_name.pk else None
    try:
        with transaction.atomic():
            pen_name.save(update_fields=columns)
    except IntegrityError as race:
        raise PenNameIsTaken(name=pen_name.name) from race


@transaction.atomic
def make_default(pen_name: PenName) -> None:
    """Sign with this name unless another is chosen."""
    if not _still_there(pen_name):
        return
    pen_name.member.pen_names.filter(is_default=True).update(is_default=False)
    pen_name.is_default = True
    pen_name.save(update_fields=["is_default"])


def _still_there(pen_name: PenName) -> bool:
    """Read the name anew, once nobody else changes the member's names; whether it is still there.

    Two tabs that made one name the default and removed it would leave the member with none.
    """
    Member.objects.select_for_update().filter(pk=pen_name.member_id).first()
    current = PenName.objects.filter(pk=pen_name.pk).first()
    if current:
        pen_name.is_default = current.is_default
    return current is not None


@transaction.atomic
def remove_pen_name(pen_name: PenName) -> None:
    """Remove a name that signs nothing. Raises `LastPenName` or `PenNameIsInUse`."""
    if not _still_there(pen_name):
        return
    others = pen_name.member.pen_names.exclude(pk=pen_name.pk)
    if not others.exists():
        raise LastPenName(name=pen_name.name)
    if pen_name.is_default:
        make_default(others[0])
    try:
        pen_name.delete()
    except ProtectedError as used:
        raise PenNameIsInUse(name=pen_name.name) from used


@transaction.atomic
def change_profile(pen_name: PenName, *, bio: str, website: str) -> None:
    """Save what the profile says. `website` is an http(s) address or empty.

    Raises `PenNameIsGone`.
    """
    if not _still_there(pen_name):
        raise PenNameIsGone
    pen_name.bio_source = bio
    pen_name.bio_html = short_html(bio, format=guess_format(bio))
    pen_name.website = website
    pen_name.save(update_fields=["bio_source", "bio_html", "website"])


def confirm_age(member: Member) -> None:
    """Remember that the member said they are of age."""
    member.has_confirmed_age = True
    member.save(update_fields=["has_confirmed_age"])


def take_messages(member: Member, *, wanted: bool) -> None:
    """Let other members write to this one, or not."""
    member.takes_messages = wanted
    member.save(update_fields=["takes_messages"])


def remember_reading(member: Member, *, wanted: bool) -> None:
    """Note from now on where the member stops, or do not; what was noted stays."""
    member.remembers_reading = wanted
    member.save(update_fields=["remembers_reading"])


@transaction.atomic
def keep_choices(member: Member, chosen: Mapping[str, str]) -> None:
    """Remember how the member likes to read; what is not in `chosen` stays as it is."""
    # Read anew: another device may be choosing something else.
    current = Member.objects.select_for_update().get(pk=member.pk)
    member.choices = current.choices | dict(chosen)
    member.save(update_fields=["choices"])


@transaction.atomic
def change_standing(member: Member, *, role: str, is_active: bool) -> None:
    """Trust a member with more or less, ban them, or let them in again. Raises `LastArchivist`."""
    if not is_active or role != Role.ARCHIVIST:
        refuse_last_archivist(member)
    member.role, member.is_active = role, is_active
    member.save(update_fields=["role", "is_active"])


def trust_member(member: Member, *, is_trusted: bool, may_always_submit: bool) -> None:
    """Let a member's work wait for no moderator, and come in while submissions are closed."""
    member.is_trusted, member.may_always_submit = is_trusted, may_always_submit
    member.save(update_fields=["is_trusted", "may_always_submit"])


def refuse_last_archivist(member: Member) -> None:
    """Raise `LastArchivist` where nobody else could get into the office."""
    # All archivists' rows, locked: of two who demote each other at once, one stays.
    archivists = Member.objects.filter(role=Role.ARCHIVIST, is_active=True).select_for_update()
    if {archivist.pk for archivist in archivists} == {member.pk}:
        raise LastArchivist


def invite(*, by: Member, note: str = "") -> tuple[Invitation, str]:
    """Make an invitation for one person; return it and its code, which is shown only now."""
    code = secrets.token_urlsafe(12)
    invitation = Invitation.objects.create(
        code_sha256=hash_of(code),
        note=one_line(note)[:200],
        made_by=by,
        expires_at=now() + INVITATION_LASTS,
    )
    return invitation, code


def take_back(invitation: Invitation) -> None:
    """Make an invitation that nobody has used worthless."""
    Invitation.objects.filter(pk=invitation.pk, used_at=None).delete()


def use_invitation(code: str, *, by: Member) -> None:
    """Spend an invitation. Raises `InvitationIsNoGood`; of two who race, one gets it."""
    unused = Invitation.objects.filter(code_sha256=hash_of(code), used_at=None)
    spent = unused.filter(expires_at__gt=now()).update(used_at=now(), used_by=by)
    if not spent:
        raise InvitationIsNoGood(code=code)


def reset_key(member: Member) -> tuple[str, str]:
    """Return the two parts of a one-time password link, for a letter or an archivist's hand.

    The link dies when it is used, when the member signs in, when the password or an address
    changes, and after three days.
    """
    tokens = allauth_settings.PASSWORD_RESET_TOKEN_GENERATOR()
    return user_pk_to_url_str(member), tokens.make_token(member)
