"""Posing challenges, changing them, and answering."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.archive.queries import the_archive
from storyhold.challenges.models import LONGEST_TITLE, Answer, Challenge
from storyhold.challenges.queries import answered_with, works_of
from storyhold.challenges.refusals import (
    ChallengeIsEmpty,
    ChallengeTitleIsMissing,
    GuestsMayNotChallenge,
)
from storyhold.common.alphabet import title_key
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text
from storyhold.series.models import Series
from storyhold.stories.models import Story
from storyhold.stories.queries import for_byline
from storyhold.tags.actions import set_tags
from storyhold.tags.models import Tag

Work = Story | Series


@transaction.atomic
def pose_challenge(
    *,
    title: str,
    summary: str,
    tags: Iterable[Tag],
    by: PenName | None,
    guest_name: str = "",
    at: datetime | None = None,
) -> Challenge:
    """Pose a challenge to everybody. `by=None` is a guest; `at` is for one older than this archive.

    Raises `GuestsMayNotChallenge`, `ChallengeTitleIsMissing`, `ChallengeIsEmpty`, `TagIsGone`.
    """
    if by is None and at is None and not the_archive().guests_may_challenge:
        raise GuestsMayNotChallenge
    challenge = Challenge(posed_by=by, posed_at=at or now())
    challenge.guest_name = "" if by else one_line(guest_name)[:60] or "Anonymous"
    _write(challenge, title=title, summary=summary, tags=tags)
    return challenge


@transaction.atomic
def change_challenge(
    challenge: Challenge, *, title: str, summary: str, tags: Iterable[Tag]
) -> None:
    """Change what the challenge says.

    Raises `ChallengeTitleIsMissing`, `ChallengeIsEmpty`, `TagIsGone`.
    """
    _write(challenge, title=title, summary=summary, tags=tags)


def _write(challenge: Challenge, *, title: str, summary: str, tags: Iterable[Tag]) -> None:
    challenge.title = one_line(title)[:LONGEST_TITLE]
    if not challenge.title:
        raise ChallengeTitleIsMissing
    challenge.title_key = title_key(challenge.title, language=the_archive().language)
    challenge.summary_source = summary
    challenge.summary_html = short_html(summary, format=guess_format(summary))
    if not plain_text(challenge.summary_html).strip():
        raise ChallengeIsEmpty
    challenge.save()
    set_tags(challenge, tags)


@transaction.atomic
def delete_challenge(challenge: Challenge) -> None:
    """Remove a challenge. What answered it stays where it is."""
    for answer in challenge.answers.all():
        withdraw(_about(answer))
    challenge.delete()


@transaction.atomic
def answer_with(challenge: Challenge, chosen: Collection[Work], *, by: Member) -> None:
    """Let exactly these of the member's works answer the challenge; others' answers stay."""
    stories, series = works_of(by)
    mine: list[Work] = [*stories, *series]
    now_answering = answered_with(challenge, mine)
    for work in mine:
        if work in chosen and work not in now_answering:
            _add(challenge, work)
        elif work not in chosen and work in now_answering:
            remove_answer(challenge.answers.get(**_field_of(work)))


def _add(challenge: Challenge, work: Work) -> None:
    answer, is_new = Answer.objects.get_or_create(challenge=challenge, **_field_of(work))
    poser = challenge.posed_by
    if is_new and poser and poser.member not in _makers(work):
        tell(
            [poser.member],
            "challenge_answered",
            about=_about(answer),
            path=challenge.get_absolute_url(),
            challenge=challenge.title,
            title=answer.title,
        )


def _makers(work: Work) -> list[Member]:
    if isinstance(work, Series):
        return [work.owner.member]
    return [name.member for name in for_byline(Story.objects.all()).get(pk=work.pk).authors_shown]


@transaction.atomic
def remove_answer(answer: Answer) -> None:
    """Take an answer off its challenge."""
    withdraw(_about(answer))
    answer.delete()


def _field_of(work: Work) -> dict[str, Any]:
    return {"series" if isinstance(work, Series) else "story": work}


def _about(answer: Answer) -> str:
    return f"answer:{answer.pk}"
