"""Passwords for e-readers: each opens the catalog and downloads to one device, and nothing else.

A member's own password would lie in plain text on the device, and opens everything. These are made
by us and long, so a plain hash of one tells as little as a slow one would.
"""

import re
import secrets

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member, ReaderPassword
from storyhold.accounts.queries import hash_of
from storyhold.accounts.refusals import TooManyReaderPasswords
from storyhold.prose.one_line import one_line

MOST = 20  # of one member
# Small letters and digits that no screen confuses: they are typed on slow keyboards.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


def reader_passwords_of(member: Viewer) -> QuerySet[ReaderPassword]:
    """Return what this member has made for their devices, the newest first."""
    if not isinstance(member, Member):
        return ReaderPassword.objects.none()
    return ReaderPassword.objects.filter(member=member)


@transaction.atomic
def make_reader_password(member: Member, *, device: str) -> tuple[ReaderPassword, str]:
    """Make one; return it with its words, which are kept nowhere.

    Raises `TooManyReaderPasswords`.
    """
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    if reader_passwords_of(member).count() >= MOST:
        raise TooManyReaderPasswords(most=MOST)
    words = _new_words()
    made = ReaderPassword.objects.create(
        member=member, device=one_line(device), secret_sha256=hash_of(_plain(words))
    )
    return made, words


def take_away(password: ReaderPassword) -> None:
    """Let it open nothing any more."""
    password.delete()


def member_with(words: str) -> Member | None:
    """Return the member whose device knows these words, and note the day; hyphens do not matter."""
    kept = ReaderPassword.objects.filter(secret_sha256=hash_of(_plain(words)))
    password = kept.filter(member__is_active=True).select_related("member").first()
    if password is None:
        return None
    if password.used_on != now().date():
        kept.update(used_on=now().date())
    return password.member


def _new_words() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _sign in range(_GROUPS * _GROUP))
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def _plain(words: str) -> str:
    return re.sub("[^a-z0-9]", "", words.lower())
