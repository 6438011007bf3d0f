"""An account from an archive that is long gone, and somebody who says that it is theirs."""

from collections.abc import Mapping

from storyhold.accounts.actions import register
from storyhold.accounts.models import PenName
from storyhold.accounts.rules import HOUSE_DOMAIN
from storyhold.claims.actions.asking import ask_for
from storyhold.claims.models import Unclaimed, Why
from storyhold.reviews.actions.writing import write_review
from storyhold.stories.models import Chapter

NAME = "Pilot of the Inner Sound"
REVIEW = "I read this on the old server, the week before the pumps failed. It has aged well."
WORDS = """\
That was me, before the flood. I signed off every review with “mind the third step”, which is \
nowhere on the page, and I still have the badge."""


def leave_unclaimed(pen_names: Mapping[str, PenName], chapter: Chapter) -> None:
    """Make an account that nobody has in hand, which has reviewed the chapter."""
    address = f"pilot@{HOUSE_DOMAIN}"
    member = register(pen_name=NAME, email=address, password=None, confirmed=True)
    unclaimed = Unclaimed.objects.create(member=member, why=Why.FORMER)
    write_review(chapter, by=member.pen_name, text=REVIEW, rating=None)
    ask_for(unclaimed, words=WORDS, by=pen_names["marlow"])
