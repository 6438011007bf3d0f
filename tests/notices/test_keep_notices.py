from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.notices.actions import delete_notice, read_all_notices, read_notice, tell
from storyhold.notices.jobs import forget_old_notices
from storyhold.notices.models import Notice
from tests.cast import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    """Ada, who was told three things."""
    member = make_member("Ada")
    for number in range(3):
        tell([member], "review", about=f"review:{number}", path="/", reader="Dora", title="Tide")
    return member


def unread(member):
    return Member.objects.get(pk=member.pk).unread_notices


def test_a_notice_is_read_once(ada):
    notice = Notice.objects.first()

    read_notice(notice)
    first = Notice.objects.get(pk=notice.pk).read_at
    read_notice(notice)

    assert unread(ada) == 2
    assert Notice.objects.get(pk=notice.pk).read_at == first


def test_all_are_read_at_once(ada):
    ben = make_member("Ben")
    tell([ben], "review", about="review:1", path="/", reader="Dora", title="Tide")

    read_all_notices(ada)

    assert (unread(ada), unread(ben)) == (0, 1)


def test_a_deleted_notice_counts_no_more(ada):
    delete_notice(Notice.objects.first())

    assert (Notice.objects.count(), unread(ada)) == (2, 2)


def test_old_notices_are_forgotten_and_unread_ones_later(ada):
    days_ago = [now() - timedelta(days=days) for days in (80, 100, 370)]
    for notice, day in zip(Notice.objects.order_by("pk"), days_ago, strict=True):
        Notice.objects.filter(pk=notice.pk).update(told_at=day)
    Notice.objects.filter(about="review:0").update(read_at=days_ago[0])

    forget_old_notices()
    assert [notice.about for notice in Notice.objects.order_by("pk")] == ["review:0", "review:1"]
    assert unread(ada) == 1

    Notice.objects.filter(about="review:0").update(read_at=days_ago[1])
    forget_old_notices()
    assert [notice.about for notice in Notice.objects.all()] == ["review:1"]
