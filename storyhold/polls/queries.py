"""Reading polls for a page."""

from dataclasses import dataclass

from django.db.models import QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.polls.access import polls_visible_to
from storyhold.polls.models import Choice, Poll, Vote
from storyhold.polls.rules import percent


@dataclass(frozen=True)
class PollShown:
    """A poll as one viewer may know it."""

    poll: Poll
    choices: list[Choice]
    chosen: int | None  # the id of the viewer's own choice

    @property
    def has_results(self) -> bool:
        """Whether this viewer sees how it stands: after voting, or after it is closed."""
        return not self.poll.is_open or self.chosen is not None

    @property
    def total(self) -> int:
        """How many have voted."""
        return sum(choice.vote_count for choice in self.choices)

    @property
    def results(self) -> list[tuple[Choice, int]]:
        """Each choice with its share in whole percent."""
        total = self.total
        return [(choice, percent(choice.vote_count, of=total)) for choice in self.choices]


def open_poll_for(viewer: Viewer) -> PollShown | None:
    """Return the open poll, if there is one; two queries, and one for a member."""
    found = polls_shown(viewer, polls_visible_to(viewer).filter(is_open=True))
    return found[0] if found else None


def closed_polls(viewer: Viewer) -> QuerySet[Poll]:
    """Return the polls that are over, the last first."""
    return polls_visible_to(viewer).filter(is_open=False)


def polls_shown(viewer: Viewer, polls: QuerySet[Poll] | list[Poll]) -> list[PollShown]:
    """Return polls with their choices and the viewer's own; two queries, or three for a member."""
    found = list(polls)
    choices: dict[int, list[Choice]] = {}
    for choice in Choice.objects.filter(poll__in=found):
        choices.setdefault(choice.poll_id, []).append(choice)
    chosen: dict[int, int] = {}
    if isinstance(viewer, Member):
        votes = Vote.objects.filter(poll__in=found, member=viewer)
        chosen = dict(votes.values_list("poll", "choice"))
    return [PollShown(poll, choices.get(poll.pk, []), chosen.get(poll.pk)) for poll in found]
