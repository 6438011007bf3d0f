"""Shouting, and clearing away."""

from datetime import datetime, timedelta

from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.archive.queries import the_archive
from storyhold.prose.one_line import one_line
from storyhold.shoutbox.models import Shout
from storyhold.shoutbox.refusals import GuestsMayNotShout, NothingShouted, ShoutIsTooLong
from storyhold.shoutbox.rules import LONGEST_NAME, LONGEST_SHOUT


def shout(
    text: str, *, by: PenName | None, guest_name: str = "", at: datetime | None = None
) -> Shout:
    """Call out a few words. `by=None` is a guest.

    `at` is for a shout that is older than this archive: whether guests may shout is then not asked.
    Raises `GuestsMayNotShout`, `NothingShouted`, `ShoutIsTooLong`.
    """
    if by is None and at is None and not the_archive().guests_may_shout:
        raise GuestsMayNotShout
    words = one_line(text)
    if not words:
        raise NothingShouted
    if len(words) > LONGEST_SHOUT:
        raise ShoutIsTooLong(letters=f"{len(words):,}", most=LONGEST_SHOUT)
    name = "" if by else one_line(guest_name)[:LONGEST_NAME] or "Anonymous"
    return Shout.objects.create(pen_name=by, guest_name=name, text=words, shouted_at=at or now())


def delete_shout(shout: Shout) -> None:
    """Remove a shout."""
    shout.delete()


def delete_shouts_older_than(days: int) -> int:
    """Remove what was shouted more than `days` days ago; return how many there were."""
    gone, _kinds = Shout.objects.filter(shouted_at__lt=now() - timedelta(days=days)).delete()
    return gone
