"""Asking a question, voting, and closing it."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.polls.models import Choice, Poll, Vote
from storyhold.polls.refusals import (
    AnotherWasOpened,
    ChoiceIsTooLong,
    HasVoted,
    NoSuchChoice,
    PollIsClosed,
    QuestionIsMissing,
    WrongNumberOfChoices,
)
from storyhold.polls.rules import (
    LEAST_CHOICES,
    LONGEST_CHOICE,
    LONGEST_QUESTION,
    MOST_CHOICES,
)
from storyhold.prose.one_line import one_line


@transaction.atomic
def open_poll(*, question: str, choices: Iterable[str]) -> Poll:
    """Ask a question; the one that was open until now is closed.

    Raises `QuestionIsMissing`, `WrongNumberOfChoices`, `ChoiceIsTooLong`, `AnotherWasOpened`.
    """
    question = one_line(question)[:LONGEST_QUESTION]
    if not question:
        raise QuestionIsMissing
    texts = _clean(choices)
    for open_now in Poll.objects.select_for_update().filter(is_open=True):
        close_poll(open_now)
    poll = _save(Poll(question=question, opened_at=now()))
    Choice.objects.bulk_create(
        Choice(poll=poll, text=text, position=position) for position, text in enumerate(texts)
    )
    return poll


def _save(poll: Poll) -> Poll:
    try:
        with transaction.atomic():
            poll.save()
    except IntegrityError as race:
        raise AnotherWasOpened from race
    return poll


def _clean(choices: Iterable[str]) -> list[str]:
    """Return the choices without empty ones and doubles."""
    texts = list(dict.fromkeys(filter(None, map(one_line, choices))))
    if not LEAST_CHOICES <= len(texts) <= MOST_CHOICES:
        raise WrongNumberOfChoices(least=LEAST_CHOICES, most=MOST_CHOICES, here=len(texts))
    for text in texts:
        if len(text) > LONGEST_CHOICE:
            raise ChoiceIsTooLong(most=LONGEST_CHOICE, choice=text[:40] + "…")
    return texts


@transaction.atomic
def vote(poll: Poll, *, choice_id: int, by: Member) -> None:
    """Count a member's vote, once.

    Raises `PollIsClosed`, `NoSuchChoice`, `HasVoted`.
    """
    # The row first: nobody votes while it is being closed.
    if not Poll.objects.select_for_update().filter(pk=poll.pk, is_open=True).exists():
        raise PollIsClosed
    choice = Choice.objects.filter(poll=poll, pk=choice_id).first()
    if choice is None:
        raise NoSuchChoice
    try:
        with transaction.atomic():
            Vote.objects.create(poll=poll, choice=choice, member=by)
    except IntegrityError as twice:
        raise HasVoted from twice
    Choice.objects.filter(pk=choice.pk).update(vote_count=F("vote_count") + 1)


@transaction.atomic
def close_poll(poll: Poll) -> None:
    """End the voting; the result stays for everybody to see."""
    poll.is_open, poll.closed_at = False, now()
    poll.save(update_fields=["is_open", "closed_at"])


def delete_poll(poll: Poll) -> None:
    """Remove a poll with its votes, for good."""
    poll.delete()
