"""Members by the thousand. None of them can sign in."""

from collections.abc import Sequence

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.rules import name_key
from storyhold.sample.crowd.invention import Invention


def bring_people(invention: Invention, how_many: int) -> Sequence[PenName]:
    """Make members with one pen name each, and return the names."""
    names = [invention.pen_name() for _ in range(how_many)]
    nobody_knows = make_password(None)
    members = Member.objects.bulk_create(
        Member(email=f"{name_key(name).replace(' ', '.')}@example.net", password=nobody_knows)
        for name in names
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=member, email=member.email, primary=True) for member in members
    )
    return PenName.objects.bulk_create(
        PenName(member=member, name=name, key=name_key(name), is_default=True)
        for member, name in zip(members, names, strict=True)
    )
