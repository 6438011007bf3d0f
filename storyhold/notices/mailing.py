"""Putting notices into letters, each of them once.

A letter is put into the box in the transaction in which its notices cease to wait. So a run may
be killed anywhere and started again, and several may run at the same time: what waits has not
been written, what has been written does not wait.
"""

from collections.abc import Sequence
from itertools import groupby

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.queries import letter_addresses
from storyhold.notices.kinds import How
from storyhold.notices.letters import news_letter
from storyhold.notices.models import Notice
from storyhold.notices.queries import news_is_mailed, notices_to_mail
from storyhold.notices.rules import latest_deadline
from storyhold.notifications.actions import put_into_the_box
from storyhold.notifications.models import Letter

# Few enough that whoever wants to save a chapter meanwhile does not notice.
MEMBERS_AT_ONCE = 50


def write_letters(sort: How) -> int:
    """Write the letters of this sort that are due, and return how many there were.

    One letter for each member with a notice from before the deadline; it tells of the later
    ones, too.
    """
    if not news_is_mailed():
        return 0
    due = notices_to_mail(sort).filter(told_at__lt=latest_deadline(sort, now()))
    members = due.order_by("member").values_list("member", flat=True).distinct()
    written, last = 0, 0
    while some := list(members.filter(member__gt=last)[:MEMBERS_AT_ONCE]):
        written += _write_to(some, sort)
        last = some[-1]
    return written


@transaction.atomic
def _write_to(members: Sequence[int], sort: How) -> int:
    # Those that another worker is writing about just now are its own.
    waiting = notices_to_mail(sort).filter(member__in=members)
    notices = list(waiting.select_for_update(skip_locked=True))
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(by_mail="")
    return put_into_the_box(_letters(notices, sort))


def _letters(notices: Sequence[Notice], sort: How) -> list[Letter]:
    """Return a letter for each member; for whoever cannot be reached by mail, none."""
    addresses = letter_addresses({notice.member_id for notice in notices})
    return [
        news_letter(sort, list(some), email=addresses[member][0], name=addresses[member][1])
        for member, some in groupby(notices, key=lambda notice: notice.member_id)
        if member in addresses
    ]
