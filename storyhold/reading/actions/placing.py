"""Noting where a member stopped. The place moves on by itself, and back only when asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.reading.models import Progress, Shelf
from storyhold.reading.rules import HEAD, NOTED_EVERY, Spot
from storyhold.stories.access import chapters_visible_to, stories_editable_by
from storyhold.stories.models import Chapter


def note_place(chapter: Chapter, spot: Spot = HEAD, *, by: Member, known: Progress | None) -> None:
    """Note that the member reads here; `known` is what `progress_in` has just returned.

    One statement at most, and none for whoever opens the same chapter again. If another device was
    quicker, its place is kept.
    """
    if not by.remembers_reading:
        return
    if known is None:
        Progress.objects.bulk_create([_first(chapter, spot, by)], ignore_conflicts=True)
    elif _is_further(chapter, spot, known):
        _move(known, chapter, spot)
    elif known.read_at is None or now() - known.read_at > NOTED_EVERY:
        Progress.objects.filter(pk=known.pk).update(read_at=now(), touched_at=now())


@transaction.atomic
def start_here(chapter: Chapter, spot: Spot = HEAD, *, by: Member) -> None:
    """Put the place here, even if that is back; the story is being read again."""
    Progress.objects.update_or_create(
        member=by,
        story=chapter.story,
        defaults=_placed(chapter, spot) | {"shelf": Shelf.READING},
    )


@dataclass(frozen=True)
class Carried:
    """A place that a device remembers from before its reader signed in."""

    chapter_id: int
    spot: Spot
    read_at: datetime


@transaction.atomic
def take_along(places: Iterable[Carried], *, by: Member) -> int:
    """Take the places into the account, where they are further on; return how many are known now.

    What the member may not read, has written, or has further on already is left out.
    """
    carried = {each.chapter_id: each for each in places}
    chapters = chapters_visible_to(by).filter(pk__in=carried, is_public=True)
    others = chapters.exclude(story__in=stories_editable_by(by)).select_related("story")
    found = list(others.order_by("number"))
    known = _known_of(found, by)
    for chapter in found:
        _take(carried[chapter.pk], chapter, by=by, known=known.get(chapter.story_id))
    return len({chapter.story_id for chapter in found})


def _known_of(chapters: Iterable[Chapter], member: Member) -> dict[int, Progress]:
    stories = {chapter.story_id for chapter in chapters}
    known = Progress.objects.filter(member=member, story__in=stories).select_related("chapter")
    return {each.story_id: each for each in known.select_for_update(of=("self",))}


def _take(carried: Carried, chapter: Chapter, *, by: Member, known: Progress | None) -> None:
    read_at = min(carried.read_at, now())
    if known is None:
        new = _first(chapter, carried.spot, by)
        new.placed_at = new.read_at = new.touched_at = read_at
        Progress.objects.bulk_create([new], ignore_conflicts=True)
    elif _is_further(chapter, carried.spot, known):
        _move(known, chapter, carried.spot)


def _move(known: Progress, chapter: Chapter, spot: Spot) -> None:
    """Move the place on, if it is still where it was known to be."""
    unmoved = Progress.objects.filter(
        pk=known.pk, chapter=known.chapter_id, paragraph=known.paragraph, is_end=known.is_end
    )
    unmoved.update(**_placed(chapter, spot), shelf=_shelf_after(known.shelf, chapter, spot))


def _is_further(chapter: Chapter, spot: Spot, known: Progress) -> bool:
    if known.stands and known.chapter_id == chapter.pk:
        return spot.is_beyond(known.spot)
    return known.placed_at is None or chapter.number > known.reached


def _first(chapter: Chapter, spot: Spot, member: Member) -> Progress:
    shelf = _shelf_after(Shelf.READING, chapter, spot)
    placed = _placed(chapter, spot)
    return Progress(member=member, story_id=chapter.story_id, shelf=shelf, **placed)


def _placed(chapter: Chapter, spot: Spot) -> dict[str, Any]:
    moment = now()
    return {
        "chapter": chapter,
        "number": chapter.number,
        "paragraph": spot.paragraph,
        "mark": spot.mark,
        "is_end": spot.is_end,
        "placed_at": moment,
        "read_at": moment,
        "touched_at": moment,
    }


def _shelf_after(shelf: str, chapter: Chapter, spot: Spot) -> str:
    """Return the shelf of a story that is read on: what was dropped stays so."""
    if shelf == Shelf.DROPPED:
        return shelf
    return Shelf.FINISHED if spot.is_end and _is_the_last(chapter) else Shelf.READING


def _is_the_last(chapter: Chapter) -> bool:
    later = Chapter.objects.filter(
        story=chapter.story_id, number__gt=chapter.number, is_public=True, deleted_at=None
    )
    return chapter.story.is_complete and not later.exists()
