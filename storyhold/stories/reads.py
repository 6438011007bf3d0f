"""Counting readers: once per visitor, story and day, and without knowing them.

A page drops a note and does not wait; notes are written down together every few seconds. Who
came is a hash salted with a random value that lives for one day: once it is deleted, nobody,
not even the archivist with a copy of the data, can tell whose visit a mark was. Notes not yet
written are lost when the process is killed; that is a few seconds of reading numbers.
"""

import hashlib
import logging
import os
import threading
from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import DatabaseError, close_old_connections, transaction
from django.db.models import F
from django.utils.timezone import now

from storyhold.stories.models import Chapter, DaySalt, ReadMark, ReadsOfDay, Story

log = logging.getLogger(__name__)

WRITTEN_EVERY = 3.0  # seconds
MOST_WAITING = 50_000  # notes; what comes on top while the database is busy is not counted

# What is shown is behind by less than one in so many reads; of fewer than these, by none. The pages
# of a story and the lists that it stands in need not be made anew for every reader.
STEP = 50

# Day, story, chapter (None for the whole story at once), visitor.
Note = tuple[date, int, int | None, str]

_waiting: set[Note] = set()
_lock = threading.Lock()
_timer: threading.Timer | None = None


def note_read(story_id: int, chapter_id: int | None, visitor: str) -> None:
    """Remember that `visitor` (address and browser, in any form) opened a text.

    Without a chapter it was the whole story at once.
    """
    global _timer
    with _lock:
        if len(_waiting) < MOST_WAITING:
            _waiting.add((now().date(), story_id, chapter_id, visitor))
        if _timer is None:
            _timer = threading.Timer(WRITTEN_EVERY, _write_in_background)
            _timer.daemon = True
            _timer.start()


def _write_in_background() -> None:
    global _timer
    with _lock:
        _timer = None
    close_old_connections()
    try:
        write_reads()
    except DatabaseError:
        log.exception("Some reads could not be counted")
    finally:
        close_old_connections()


def write_reads() -> None:
    """Write down the notes that wait."""
    with _lock:
        notes = list(_waiting)
        _waiting.clear()
    for day in {note[0] for note in notes}:
        with transaction.atomic():
            _write_day(day, [note for note in notes if note[0] == day])


def forget_notes() -> None:
    """Drop the notes that wait, unwritten."""
    global _timer
    with _lock:
        _waiting.clear()
        if _timer is not None:
            _timer.cancel()
            _timer = None


def _write_day(day: date, notes: list[Note]) -> None:
    salt = _salt_of(day)
    stories = set(_there(Story, {note[1] for note in notes}))
    chapters = {None, *_there(Chapter, {note[2] for note in notes if note[2]})}
    seen: dict[int, set[tuple[int | None, bytes]]] = {}
    for _day, story_id, chapter_id, visitor in notes:
        if story_id in stories and chapter_id in chapters:
            seen.setdefault(story_id, set()).add((chapter_id, _hash(visitor, salt)))
    for story_id in sorted(seen):
        _write_story(day, story_id, seen[story_id])


def _there(model: type[Story | Chapter], ids: set[int]) -> Iterable[int]:
    """Return those ids that still belong to something."""
    return model._default_manager.filter(pk__in=ids).values_list("pk", flat=True)


def _write_story(day: date, story_id: int, seen: set[tuple[int | None, bytes]]) -> None:
    """Count the visitors of a story who are new today, and those new to one of its chapters."""
    marks = ReadMark.objects.filter(day=day, story_id=story_id)
    before = {(chapter, bytes(mark)) for chapter, mark in marks.values_list("chapter", "visitor")}
    fresh = seen - before
    ReadMark.objects.bulk_create(
        [
            ReadMark(day=day, story_id=story_id, chapter_id=chapter, visitor=mark)
            for chapter, mark in fresh
        ],
        ignore_conflicts=True,
    )
    newcomers = {mark for _chapter, mark in fresh} - {mark for _chapter, mark in before}
    _add_to_story(story_id, len(newcomers))
    _add_to_day(day, story_id, None, len(newcomers))
    for chapter_id, reads in Counter(chapter for chapter, _mark in fresh if chapter).items():
        Chapter.objects.filter(pk=chapter_id).update(read_count=F("read_count") + reads)
        _add_to_day(day, story_id, chapter_id, reads)


def _add_to_story(story_id: int, reads: int) -> None:
    """Let the reads be shown, if they are enough to make the pages anew that show them."""
    of_story = Story.objects.filter(pk=story_id)
    of_story.update(reads_waiting=F("reads_waiting") + reads)
    for shown, waiting in of_story.values_list("read_count", "reads_waiting"):
        if waiting >= max(1, shown // STEP):
            of_story.update(read_count=F("read_count") + F("reads_waiting"), reads_waiting=0)


def _add_to_day(day: date, story_id: int, chapter_id: int | None, reads: int) -> None:
    of_day, _created = ReadsOfDay.objects.get_or_create(
        day=day,
        story_id=story_id,
        chapter_id=chapter_id,  # type: ignore[misc]
    )
    ReadsOfDay.objects.filter(pk=of_day.pk).update(reads=F("reads") + reads)


def mark_of(visitor: str) -> bytes:
    """Return what a visitor can be known again by today, and by nobody once the day is over."""
    return _hash(visitor, _salt_of(now().date()))


def _salt_of(day: date) -> bytes:
    fresh = {"salt": os.urandom(16)}
    return bytes(DaySalt.objects.get_or_create(day=day, defaults=fresh)[0].salt)


def _hash(visitor: str, salt: bytes) -> bytes:
    return hashlib.blake2b(visitor.encode(), digest_size=16, key=salt).digest()


def forget_yesterday() -> None:
    """Delete the marks and salts of the days before today."""
    ReadMark.objects.filter(day__lt=now().date()).delete()
    DaySalt.objects.filter(day__lt=now().date()).delete()
