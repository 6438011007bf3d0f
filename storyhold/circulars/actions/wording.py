"""Saying what is written, and to whom."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from storyhold.circulars.models import Audience, Circular
from storyhold.circulars.refusals import (
    DayIsMissing,
    HasBegun,
    NothingSaid,
    SubjectIsMissing,
    TextIsTooLong,
)
from storyhold.circulars.rules import LONGEST_SUBJECT, LONGEST_TEXT
from storyhold.prose.canonical import short_html
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text


@dataclass(frozen=True)
class Said:
    """What an archivist says of a letter."""

    subject: str
    text: str
    audience: str = Audience.ALL
    absent_since: date | None = None
    is_about_rules: bool = False


def write_circular(said: Said) -> Circular:
    """Keep a draft. Raises `SubjectIsMissing`, `NothingSaid`, `TextIsTooLong`, `DayIsMissing`."""
    circular = Circular()
    _fill(circular, said)
    circular.save()
    return circular


@transaction.atomic
def edit_circular(circular: Circular, said: Said) -> None:
    """Change a draft, which then has to be tried again. Raises as `write_circular`; `HasBegun`."""
    _refuse_what_is_under_way(circular)
    _fill(circular, said)
    circular.tried_at = None
    circular.save()


@transaction.atomic
def delete_circular(circular: Circular) -> None:
    """Throw a draft away. Raises `HasBegun`: what was sent is kept, with to how many."""
    _refuse_what_is_under_way(circular)
    circular.delete()


def _refuse_what_is_under_way(circular: Circular) -> None:
    circular.refresh_from_db(from_queryset=Circular.objects.select_for_update())
    if not circular.is_draft:
        raise HasBegun


def _fill(circular: Circular, said: Said) -> None:
    if len(said.text) > LONGEST_TEXT:
        raise TextIsTooLong(letters=f"{len(said.text):,}", most=f"{LONGEST_TEXT:,}")
    circular.subject = one_line(said.subject)[:LONGEST_SUBJECT]
    circular.source = said.text
    circular.body = plain_text(short_html(said.text, format="plain")).strip()
    circular.audience, circular.is_about_rules = said.audience, said.is_about_rules
    circular.absent_since = said.absent_since if said.audience == Audience.ABSENT else None
    if not circular.subject:
        raise SubjectIsMissing
    if not circular.body:
        raise NothingSaid
    if said.audience == Audience.ABSENT and not said.absent_since:
        raise DayIsMissing
