"""Polls come in with their votes, or with what was counted when they were closed."""

from collections import Counter
from collections.abc import Iterator, Mapping

from django.utils.timezone import now

from storyhold.importers.intake.dates import Dates
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.values.titles import title_of
from storyhold.polls.models import Choice, Poll, Vote
from storyhold.polls.rules import LONGEST_CHOICE, LONGEST_QUESTION

MOST_VOTES = 2**31 - 1  # that our column holds
LONGEST_COUNT = 1_000  # letters: Python refuses to count further

Votes = Mapping[int, Mapping[int, int]]  # by poll: which choice each member took, from 1 on


def bring_polls(desk: Desk) -> Iterator[int]:
    """Bring in all polls. One at most stays open: the last, if none is open here."""
    rows = list(desk.old.read("poll", order=("poll_id",)))
    votes, times = _votes(desk.old), Dates("poll_start")
    may_be_open = _last_open(rows) if not Poll.objects.filter(is_open=True).exists() else ""
    for row in rows:
        if not desk.numbers.is_known("poll", row.number):
            _bring(desk, row, votes.get(row.whole("poll_id"), {}), times, may_be_open=may_be_open)
    yield len(rows)


def _last_open(rows: list[OldRow]) -> str:
    return next((row.number for row in reversed(rows) if _was_open(row)), "")


def _was_open(row: OldRow) -> bool:
    ends = row.date("poll_end")
    return ends is None or ends > now()


def _votes(site: OldSite) -> Votes:
    """Return the votes; of two by one member the last."""
    found: dict[int, dict[int, int]] = {}
    for row in site.read("poll_votes", order=("vote_id",)):
        of_poll = found.setdefault(row.whole("vote_poll"), {})
        of_poll[row.whole("vote_user")] = row.whole("vote_opt")
    return found


def _bring(
    desk: Desk, row: OldRow, votes: Mapping[int, int], times: Dates, *, may_be_open: str
) -> None:
    is_open, opened_at = row.number == may_be_open, times.of(row)
    poll = Poll(
        pk=desk.numbers.give("poll", row.number),
        question=row.line("poll_question")[:LONGEST_QUESTION],
        is_open=is_open,
        opened_at=opened_at,
        closed_at=None if is_open else row.date("poll_end") or opened_at,
    )
    if _was_open(row) and not is_open:
        row.say("poll was closed", question=poll.question)
    desk.put([poll])
    counts = _counted(row) or Counter(votes.values())
    choices = {}
    for place, text in enumerate(row.unslashed("poll_opts").split("|#|"), start=1):
        choices[place] = Choice(
            pk=desk.numbers.give("poll choice", f"{row.number}:{place}"),
            poll=poll,
            text=title_of(text)[:LONGEST_CHOICE],
            position=place,
            vote_count=counts[place],
        )
    desk.put(choices.values())
    desk.put(_votes_of_members(desk, poll, choices, votes))


def _counted(row: OldRow) -> Counter[int]:
    """Return the votes for each choice as they were counted when the poll was closed."""
    results = row.text("poll_results").split("#")
    counted = {
        place: min(int(n), MOST_VOTES)
        for place, n in enumerate(results, start=1)
        if n.strip().isdecimal() and len(n) < LONGEST_COUNT
    }
    return Counter(counted)


def _votes_of_members(
    desk: Desk, poll: Poll, choices: Mapping[int, Choice], votes: Mapping[int, int]
) -> Iterator[Vote]:
    voted: set[int] = set()
    for uid, place in votes.items():
        member = desk.numbers.new("account", uid)
        if member and place in choices and member not in voted:
            voted.add(member)
            yield Vote(poll=poll, choice=choices[place], member_id=member)
