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
from datetime import date

from django.db import DatabaseError, close_old_connections, transaction
from django.db.models import F
from django.utils.timezone import now

from storyhold.stories.models import DaySalt, ReadMark, Story

log = logging.getLogger(__name__)

WRITTEN_EVERY = 3.0  # seconds
MOST_WAITING = 50_000  # notes; what comes on top while the database is busy is not counted

_waiting: set[tuple[date, int, str]] = set()
_lock = threading.Lock()
_timer: threading.Timer | None = None


def note_read(story_id: int, visitor: str) -> None:
    """Remember that `visitor` (address and browser, in any form) opened the story's text."""
    global _timer
    with _lock:
        if len(_waiting) < MOST_WAITING:
            _waiting.add((now().date(), story_id, visitor))
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
    for day in {day for day, _story, _visitor in notes}:
        with transaction.atomic():
            _write_day(day, {(story, visitor) for d, story, visitor in notes if d == day})


def forget_notes() -> None:
    """Drop the notes that wait, unwritten."""
    global _timer
    with _lock:
        _waiting.clear()
        if _timer is not None:
            _timer.cancel()
            _timer = None


def _write_day(day: date, notes: set[tuple[int, str]]) -> None:
    salt = _salt_of(day)
    seen: dict[int, set[bytes]] = {}
    for story_id, visitor in notes:
        seen.setdefault(story_id, set()).add(_hash(visitor, salt))
    there = set(Story.objects.filter(pk__in=seen).values_list("pk", flat=True))
    for story_id in sorted(there):
        marks = ReadMark.objects.filter(day=day, story_id=story_id)
        before = {bytes(old) for old in marks.values_list("visitor", flat=True)}
        fresh = seen[story_id] - before
        ReadMark.objects.bulk_create(
            [ReadMark(day=day, story_id=story_id, visitor=mark) for mark in fresh],
            ignore_conflicts=True,
        )
        Story.objects.filter(pk=story_id).update(read_count=F("read_count") + len(fresh))


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
