"""Putting stories on shelves, and what a member notes of them."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.prose.canonical import short_html
from storyhold.reading.models import Progress, Shelf
from storyhold.stories.models import Story

NO_PLACE: Mapping[str, Any] = {
    "chapter": None,
    "number": 0,
    "paragraph": 0,
    "mark": "",
    "is_end": False,
    "placed_at": None,
}


@transaction.atomic
def put_on_shelf(story: Story, shelf: str, *, by: Member) -> Progress:
    """Move the story to a shelf (`Shelf`) of the member's.

    What is finished has been read to its end; what is unread has no place any more.
    """
    changes = {"shelf": shelf, "touched_at": now()}
    if shelf == Shelf.FINISHED:
        changes |= _at_the_end(story)
    if shelf == Shelf.UNREAD:
        changes |= NO_PLACE
    progress, _is_new = Progress.objects.update_or_create(member=by, story=story, defaults=changes)
    return progress


def _at_the_end(story: Story) -> dict[str, Any]:
    last = story.chapters.filter(is_public=True, deleted_at=None).order_by("number").last()
    if last is None:
        return {}
    place = {"chapter": last, "number": last.number, "is_end": True, "placed_at": now()}
    return {**NO_PLACE, **place}


def write_note(progress: Progress, text: str) -> None:
    """Keep what the member notes of a story, for nobody else."""
    progress.note_source, progress.note_html = text, short_html(text)
    progress.save(update_fields=["note_source", "note_html"])
