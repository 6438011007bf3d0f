"""Challenges come in, with the stories and series that answer them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from storyhold.archive.queries import the_archive
from storyhold.challenges.models import LONGEST_TITLE, Answer, Challenge
from storyhold.common.alphabet import title_key
from storyhold.importers.composing import written
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.tagging import tag_numbers
from storyhold.importers.sources.efiction.tables.challenges import (
    OldChallenge,
    answered,
    challenges,
)
from storyhold.importers.sources.efiction.tables.vocabularies import read_vocabularies

LONGEST_NAME = 60
Tagging = Challenge.tags.through


def bring_challenges(desk: Desk) -> Iterator[int]:
    """Bring in challenges. When they were posed nobody kept."""
    numbers = desk.numbers
    numbers.expect("challenge", desk.old.highest("challenges", "chalid"))
    arrivals = list(challenges(desk.old, read_vocabularies(desk.old)))
    for old in arrivals:
        if not numbers.is_known("challenge", old.number):
            challenge = _challenge(desk, old)
            desk.put([challenge])
            tags = tag_numbers(numbers, old)
            desk.put(Tagging(challenge_id=challenge.pk, tag_id=tag) for tag in tags)
    yield len(arrivals)


def _challenge(desk: Desk, old: OldChallenge) -> Challenge:
    posed_by = desk.numbers.new("member", old.author) if old.author > 0 else None
    challenge = Challenge(
        pk=desk.numbers.give("challenge", old.number),
        title=old.title[:LONGEST_TITLE] or _("Untitled"),
        posed_by_id=posed_by,
        guest_name="" if posed_by else (old.name or _("Anonymous"))[:LONGEST_NAME],
        posed_at=desk.old.reader.now,
    )
    challenge.title_key = title_key(challenge.title, language=the_archive().language)
    challenge.summary_source, challenge.summary_html = written(old.summary)
    return challenge


def bring_answers(desk: Desk) -> Iterator[int]:
    """Say which stories and series answer which challenges."""
    numbers, done, lost = desk.numbers, 0, set[int]()
    for kind, table, key in (("story", "stories", "sid"), ("series", "series", "seriesid")):
        for number, challenge in answered(desk.old, table, key):
            named = f"{kind}:{number}:{challenge}"
            thing, posed = numbers.new(kind, number), numbers.new("challenge", challenge)
            if thing is None or numbers.is_known("answer", named):
                continue
            if posed is None:
                lost.add(challenge)
                continue
            pk = numbers.give("answer", named)
            desk.put([Answer(pk=pk, challenge_id=posed, **{f"{kind}_id": thing})])
            done += 1
    for challenge in sorted(lost):
        desk.note("challenge is gone", "challenges", challenge)
    yield done
