"""To whom a letter goes."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import moderators, with_confirmed_address
from storyhold.circulars.models import Audience, Circular
from storyhold.circulars.rules import KIND
from storyhold.common.days import midnight
from storyhold.notices.queries import who_want_no_mail_about
from storyhold.stories.access import stories_in_the_open
from storyhold.stories.models import Authorship


@dataclass(frozen=True)
class Reach:
    """How many members a letter is meant for and goes to, and why others are left out."""

    meant: int
    letters: int
    unconfirmed: int
    unwanted: int


def reach_of(circular: Circular) -> Reach:
    """Count the members that the letter has still to be written to; three queries."""
    meant = members_to_write_to(circular)
    confirmed = with_confirmed_address(meant)
    count, reachable = meant.count(), confirmed.count()
    unwanted = 0 if circular.is_about_rules else who_want_no_letters(confirmed).count()
    return Reach(count, reachable - unwanted, count - reachable, unwanted)


def members_to_write_to(circular: Circular) -> QuerySet[Member]:
    """Return whom it is meant for and who has not been gone through yet, by number.

    Whoever joins while it is under way is not written to.
    """
    meant = _audience_of(circular).filter(is_active=True, left_at=None, pk__gt=circular.last_member)
    if circular.begun_at:
        meant = meant.filter(joined_at__lte=circular.begun_at)
    return meant.order_by("pk")


def who_want_no_letters(members: QuerySet[Member]) -> QuerySet[Member]:
    """Return those of them who have switched such letters off."""
    return who_want_no_mail_about(KIND, members)


def _audience_of(circular: Circular) -> QuerySet[Member]:
    if circular.audience == Audience.STAFF:
        return moderators()
    if circular.audience == Audience.AUTHORS:
        signed = Authorship.objects.filter(accepted_at__isnull=False)
        public = signed.filter(story__in=stories_in_the_open().order_by().values("pk"))
        return Member.objects.filter(Exists(public.filter(pen_name__member=OuterRef("pk"))))
    if circular.audience == Audience.ABSENT and circular.absent_since:
        since = midnight(circular.absent_since)
        return Member.objects.filter(Q(last_login=None) | Q(last_login__lt=since))
    return Member.objects.all()
