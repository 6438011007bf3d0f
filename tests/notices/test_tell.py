import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyhold.accounts.models import Member
from storyhold.notices.actions import tell, withdraw
from storyhold.notices.models import Notice
from tests.cast import make_member

pytestmark = pytest.mark.django_db

NEWS = {"about": "review:1", "path": "/reviews/1/", "reader": "Dora", "title": "Low Water"}


def unread(*members):
    return [Member.objects.get(pk=member.pk).unread_notices for member in members]


def test_everybody_is_told_of_a_thing_once():
    ada, ben = make_member("Ada"), make_member("Ben")

    tell([ada], "review", **NEWS)
    tell([ada, ben, ben], "review", **NEWS)

    notice = Notice.objects.get(member=ada)
    assert str(notice) == "Dora reviewed “Low Water”."
    assert unread(ada, ben) == [1, 1]


def test_a_banned_member_is_told_nothing():
    cleo = make_member("Cleo", active=False)

    tell([cleo], "review", **NEWS)

    assert not Notice.objects.exists()


def test_what_has_gone_takes_its_notices_along():
    ada, ben = make_member("Ada"), make_member("Ben")
    tell([ada, ben], "review", **NEWS)
    tell([ada], "review", **NEWS | {"about": "review:2"})

    withdraw("review:1")

    assert [notice.about for notice in Notice.objects.all()] == ["review:2"]
    assert unread(ada, ben) == [1, 0]


def test_a_fact_that_is_missing_is_noticed_where_it_is_told():
    with pytest.raises(KeyError):
        tell([], "review", about="review:1", path="/")


def test_telling_many_costs_as_many_queries_as_telling_one():
    members = Member.objects.bulk_create(
        Member(email=f"reader{number}@example.org") for number in range(60)
    )

    with CaptureQueriesContext(connection) as for_one:
        tell(members[:1], "review", **NEWS)
    with CaptureQueriesContext(connection) as for_many:
        tell(members, "review", **NEWS)

    assert len(for_many) == len(for_one)
    assert unread(*members) == [1] * 60
