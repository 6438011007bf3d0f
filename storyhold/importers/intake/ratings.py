"""The scale of ratings, with its gates."""

from collections.abc import Iterator

from storyhold.importers.composing import written
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.making_room import ratings_in_the_way
from storyhold.importers.sources.efiction.tables.vocabularies import (
    MUST_ACCEPT_WARNING,
    MUST_CONFIRM_AGE,
    MUST_SIGN_IN,
    OldRating,
    ratings,
)
from storyhold.prose.plain_text import plain_text
from storyhold.tags.models import Rating

LONGEST_NAME = 60


def bring_ratings(desk: Desk) -> Iterator[int]:
    """Bring in the ratings. One whose name is here already keeps the gates that it has here."""
    stays = Rating.objects.exclude(pk__in=ratings_in_the_way())
    here = {name.casefold(): pk for pk, name in stays.values_list("pk", "name")}
    last = max(stays.values_list("position", flat=True), default=0)
    numbers, came, done = desk.numbers, set[int](), 0
    numbers.expect("rating", max(desk.old.ids("ratings", "rid"), default=0))
    for done, old in enumerate(ratings(desk.old), start=1):
        name = old.name[:LONGEST_NAME] or str(old.number)
        if numbers.is_known("rating", old.number):
            continue
        if (there := here.get(name.casefold())) is not None:
            numbers.remember("rating", old.number, there, was_here=there not in came)
            desk.note("word was there already", "ratings", old.number, name=name)
            continue
        here[name.casefold()] = pk = numbers.give("rating", old.number)
        came.add(pk)
        desk.put([_rating(pk, name, old, position=last + done)])
    yield done


def _rating(pk: int, name: str, old: OldRating, *, position: int) -> Rating:
    return Rating(
        pk=pk,
        name=name,
        position=position,
        must_accept_warning=bool(old.gates & MUST_ACCEPT_WARNING),
        must_confirm_age=bool(old.gates & MUST_CONFIRM_AGE),
        must_sign_in=bool(old.gates & MUST_SIGN_IN),
        warning_text=plain_text(written(old.warning).html),
    )
