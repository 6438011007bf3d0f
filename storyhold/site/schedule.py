"""What is done again and again: each room's chores, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from storyhold.accounts import jobs as accounts
from storyhold.circulars import jobs as circulars
from storyhold.claims import jobs as claims
from storyhold.leaving import jobs as leaving
from storyhold.moderation import jobs as moderation
from storyhold.notices import jobs as notices
from storyhold.notifications import jobs as notifications
from storyhold.reviews import jobs as reviews
from storyhold.search import jobs as search
from storyhold.site import tasks
from storyhold.stories import jobs as stories


@dataclass(frozen=True)
class Chore:
    """A function without arguments, done every so often. Done twice or late, it does no harm."""

    name: str
    every: timedelta
    do: Callable[[], object]


CHORES = [
    Chore("keep the search index", timedelta(seconds=1), search.keep_index),
    Chore("write letters at once", timedelta(seconds=5), notices.write_letters_at_once),
    Chore("write digests", timedelta(minutes=5), notices.write_digests),
    Chore("tell that the archive has moved", timedelta(seconds=30), claims.write_announcements),
    Chore("write letters to members", timedelta(seconds=10), circulars.write_circulars),
    Chore("deliver letters", timedelta(seconds=5), notifications.deliver_letters),
    Chore("forget old letters", timedelta(hours=6), notifications.forget_letters),
    Chore("forget old notices", timedelta(hours=6), notices.forget_old_notices),
    Chore("forget old reports and letters", timedelta(hours=6), moderation.forget_settled),
    Chore("clear sessions", timedelta(hours=6), accounts.clear_sessions),
    Chore("empty the trash", timedelta(hours=1), stories.empty_trash),
    Chore("let go who has left", timedelta(hours=1), leaving.complete_departures),
    Chore("forget who read yesterday", timedelta(minutes=10), stories.forget_yesterday),
    Chore("forget who left kudos yesterday", timedelta(minutes=10), reviews.forget_visitors),
    Chore("forget finished tasks", timedelta(hours=6), tasks.forget_finished),
    Chore("try abandoned tasks again", timedelta(minutes=1), tasks.take_up_abandoned),
]
