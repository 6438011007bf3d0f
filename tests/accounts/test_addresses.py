import pytest
from allauth.account.models import EmailAddress

from storyhold.accounts.actions import (
    change_address,
    confirm_address,
    offer_address,
    take_back_offer,
)
from storyhold.accounts.queries import address_is_confirmed, address_offered
from storyhold.accounts.refusals import EmailIsTaken
from tests.cast import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_member("Ada")


def test_an_offer_changes_nothing_before_it_is_confirmed(ada):
    offered = offer_address(ada, "New@Example.org")
    ada.refresh_from_db()
    before = ada.email
    confirm_address(offered)

    ada.refresh_from_db()
    assert before == "ada@example.org"
    assert ada.email == "new@example.org"
    assert address_is_confirmed(ada)
    assert address_offered(ada) is None


def test_there_is_one_offer_at_a_time(ada):
    offer_address(ada, "new@example.org")
    offer_address(ada, "newer@example.org")

    assert address_offered(ada).email == "newer@example.org"
    take_back_offer(ada)
    assert address_offered(ada) is None
    assert EmailAddress.objects.get().email == "ada@example.org"


def test_an_offer_keeps_nobody_else_from_the_address(ada):
    offer_address(ada, "ben@example.org")

    make_member("Ben")

    with pytest.raises(EmailIsTaken):
        confirm_address(address_offered(ada))


def test_a_change_at_once_is_not_confirmed(ada):
    change_address(ada, email="new@example.org")

    assert ada.email == "new@example.org"
    assert not address_is_confirmed(ada)
