import pytest

from storyhold.notices.actions import tell, withdraw
from storyhold.notices.models import Notice
from tests.cast import make_member

pytestmark = pytest.mark.django_db


def test_everybody_is_told_of_a_thing_once():
    ada, ben = make_member("Ada"), make_member("Ben")
    news = {"about": "review:1", "path": "/reviews/1/", "reader": "Dora", "title": "Low Water"}

    tell([ada], "review", **news)
    tell([ada, ben], "review", **news)

    assert [str(notice) for notice in Notice.objects.filter(member=ada)] == [
        "Dora reviewed “Low Water”."
    ]
    for member in (ada, ben):
        member.refresh_from_db()
        assert member.unread_notices == 1


def test_a_banned_member_is_told_nothing():
    cleo = make_member("Cleo", active=False)

    tell([cleo], "review", about="review:1", path="/", reader="Dora", title="Low Water")

    assert not Notice.objects.exists()


def test_what_has_gone_takes_its_notices_along():
    ada = make_member("Ada")
    tell([ada], "review", about="review:1", path="/", reader="Dora", title="Low Water")

    withdraw("review:1")

    ada.refresh_from_db()
    assert (Notice.objects.count(), ada.unread_notices) == (0, 0)
