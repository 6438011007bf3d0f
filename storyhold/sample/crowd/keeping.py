"""Kudos, bookmarks and subscriptions, most of them for the stories that most people read."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.reviews.models import Kudos
from storyhold.sample.crowd.invention import Invention
from storyhold.stories.models import Story

KUDOS_OF_A_STORY, BOOKMARKS_OF_A_STORY, FOLLOWERS_OF_A_STORY = 5, 5, 1  # on average
ONE_IN = 10  # keeps it for themselves

Pairs = Sequence[tuple[Story, PenName]]


@transaction.atomic
def keep_stories(
    invention: Invention, stories: Sequence[Story], readers: Sequence[PenName]
) -> None:
    """Let readers thank for these stories, keep and follow them; and count it."""
    thanked = _pairs(invention, stories, readers, KUDOS_OF_A_STORY)
    kept = _pairs(invention, stories, readers, BOOKMARKS_OF_A_STORY)
    followed = _pairs(invention, stories, readers, FOLLOWERS_OF_A_STORY)
    Kudos.objects.bulk_create(_kudos(invention, *pair) for pair in thanked)
    Bookmark.objects.bulk_create(_bookmark(invention, *pair) for pair in kept)
    Subscription.objects.bulk_create(_subscription(invention, *pair) for pair in followed)
    _count(stories, thanked, kept)


def _pairs(
    invention: Invention, stories: Sequence[Story], readers: Sequence[PenName], of_each: int
) -> Pairs:
    """Return stories with readers, no pair twice."""
    read = invention.chance.choices(
        stories, weights=[story.read_count for story in stories], k=of_each * len(stories)
    )
    return list(dict.fromkeys((story, invention.chance.choice(readers)) for story in read))


def _kudos(invention: Invention, story: Story, reader: PenName) -> Kudos:
    day = _day_after(invention, story).date()
    return Kudos(story=story, member_id=reader.member_id, given_on=day)


def _bookmark(invention: Invention, story: Story, reader: PenName) -> Bookmark:
    source, html = invention.remark() if invention.chance.randrange(2) else ("", "")
    return Bookmark(
        story=story,
        member_id=reader.member_id,
        pen_name=reader,
        comment_source=source,
        comment_html=html,
        is_public=invention.chance.randrange(ONE_IN) > 0,
        kept_at=_day_after(invention, story),
    )


def _subscription(invention: Invention, story: Story, reader: PenName) -> Subscription:
    day = _day_after(invention, story)
    return Subscription(story=story, member_id=reader.member_id, subscribed_at=day)


def _day_after(invention: Invention, story: Story) -> datetime:
    days = timedelta(days=invention.chance.expovariate(1 / 200))
    return min((story.published_at or now()) + days, now())


def _count(stories: Sequence[Story], thanked: Pairs, kept: Pairs) -> None:
    """Set the counters that the actions keep."""
    kudos, bookmarks = Counter(s.pk for s, _by in thanked), Counter(s.pk for s, _by in kept)
    for story in stories:
        story.kudos_count, story.bookmark_count = kudos[story.pk], bookmarks[story.pk]
    Story.objects.bulk_update(stories, ["kudos_count", "bookmark_count"])
