from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.accounts.actions import (
    change_address,
    invite,
    join,
    offer_address,
    register,
    take_back,
    use_invitation,
)
from storyhold.accounts.models import Invitation, Member
from storyhold.accounts.refusals import (
    EmailIsOfTheHouse,
    EmailIsTaken,
    InvitationIsNoGood,
    PenNameIsTaken,
    RegistrationIsClosed,
)
from storyhold.archive.actions import change_archive
from storyhold.archive.queries import forget_archive
from tests.cast import PASSWORD, make_member

pytestmark = pytest.mark.django_db

NEW = {"pen_name": "Eve", "email": "eve@example.org", "password": PASSWORD}


@pytest.fixture(autouse=True)
def known_anew():
    forget_archive()
    yield
    forget_archive()


def rule(registration):
    change_archive(registration=registration)
    forget_archive()


def test_an_open_archive_takes_everybody():
    assert join(**NEW).pen_name.name == "Eve"


def test_a_closed_archive_takes_nobody():
    rule("closed")

    with pytest.raises(RegistrationIsClosed):
        join(**NEW)


def test_an_invitation_is_spent_and_only_once():
    rule("invitation")
    _invitation, code = invite(by=make_member("Wren"))

    eve = join(**NEW, invitation=code)

    assert Invitation.objects.get().used_by == eve
    with pytest.raises(InvitationIsNoGood):
        join(pen_name="Max", email="max@example.org", password=PASSWORD, invitation=code)
    assert not Member.objects.filter(email="max@example.org").exists()


def test_a_refused_newcomer_leaves_the_invitation_unspent():
    rule("invitation")
    make_member("Eve ")
    _invitation, code = invite(by=make_member("Wren"))

    with pytest.raises((PenNameIsTaken, EmailIsTaken)):
        join(**NEW, invitation=code)
    assert Invitation.objects.get().used_at is None


@pytest.mark.parametrize("why", ["expired", "taken back", "mistyped"])
def test_an_invitation_that_is_no_good(why):
    invitation, code = invite(by=make_member("Wren"))
    if why == "expired":
        Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
    elif why == "taken back":
        take_back(invitation)
    else:
        code = code[:-1]

    with pytest.raises(InvitationIsNoGood):
        use_invitation(code, by=make_member("Eve"))


def test_a_used_invitation_is_not_taken_back():
    invitation, code = invite(by=make_member("Wren"))
    use_invitation(code, by=make_member("Eve"))

    take_back(invitation)

    assert Invitation.objects.exists()


def test_addresses_differ_by_more_than_capitals():
    register(pen_name="Ada", email=" Ada@Example.org", password=PASSWORD)

    assert Member.objects.get().email == "ada@example.org"
    with pytest.raises(EmailIsTaken):
        register(pen_name="Ben", email="ADA@example.ORG", password=PASSWORD)


@pytest.mark.parametrize("email", ["orphanage@archive.invalid", " Left-1@Archive.Invalid "])
def test_nobody_waits_for_what_others_leave_behind(email):
    eve = join(**NEW)

    with pytest.raises(EmailIsOfTheHouse):
        join(pen_name="Max", email=email, password=PASSWORD)
    for deed in (offer_address, change_address):
        with pytest.raises(EmailIsOfTheHouse):
            deed(eve, email=email)
