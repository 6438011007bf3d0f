"""What people have written in the archive, counted: whether anybody has been in since a move."""

from django.db import connection
from django.db.models import Model

from storyhold.accounts.models import Member, PenName
from storyhold.betas.models import Note
from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.challenges.models import Answer, Challenge
from storyhold.illustrations.models import Illustration
from storyhold.importers.models import Move
from storyhold.moderation.models import Inquiry, Message, Report
from storyhold.news.models import Comment
from storyhold.polls.models import Vote
from storyhold.reviews.models import Kudos, Reply, Review
from storyhold.series.models import Series, SeriesItem
from storyhold.shoutbox.models import Shout
from storyhold.stories.models import Chapter, Revision, Story

WRITTEN: tuple[type[Model], ...] = (
    *(Member, PenName, Story, Chapter, Revision, Illustration, Series, SeriesItem),
    *(Review, Reply, Kudos, Bookmark, Subscription, Challenge, Answer, Note),
    *(Comment, Vote, Shout, Message, Report, Inquiry),
)


def traces() -> dict[str, int]:
    """Return how much of each kind there is, asked for at once."""
    labels = [model._meta.label_lower for model in WRITTEN]
    counts = ", ".join(f"(SELECT count(*) FROM {model._meta.db_table})" for model in WRITTEN)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        return dict(zip(labels, cursor.fetchone(), strict=True))


def begin(move: Move) -> None:
    """Save a move that begins or goes on. If others wrote in between, it stays for good."""
    if move.pk is None:
        move.traces = traces()
    elif is_opened(move):
        move.traces = None
    move.save()


def follow(move: Move) -> None:
    """Note that what came in now came with the move; in the same transaction."""
    if move.traces is not None:
        move.traces = traces()
        move.save(update_fields=["traces"])


def is_opened(move: Move) -> bool:
    """Whether anybody has written anything since the move, or taken something away."""
    return move.traces is None or move.traces != traces()
