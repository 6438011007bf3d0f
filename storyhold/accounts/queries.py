"""Reading about people."""

import hashlib

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import now

from storyhold.accounts.models import Invitation, Member, PenName
from storyhold.accounts.rules import name_key

Viewer = Member | AnonymousUser


def pen_name_called(name: str) -> PenName | None:
    """Return the active member's pen name that is written like `name`, if there is one."""
    return PenName.objects.filter(key=name_key(name), member__is_active=True).first()


def members_there_are() -> int:
    """Return the number of accounts."""
    return Member.objects.count()


def good_invitation(code: str) -> Invitation | None:
    """Return the unused invitation with this code, while it lasts."""
    from_code = Invitation.objects.filter(code_sha256=hash_of(code))
    return from_code.filter(used_at=None, expires_at__gt=now()).first()


def hash_of(code: str) -> str:
    """Return the hash under which an invitation's code is kept."""
    return hashlib.sha256(code.strip().encode()).hexdigest()
