"""The files that were made, kept by what they contain: `downloads` in the data folder.

The name of a file is a hash of the book in it and of the program that wrote it. So a story that
changes gets another file, the old one is never asked for again, and all of them can be deleted at
any time. Of those that many readers ask for at the same moment, one is made.
"""

import fcntl
import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings
from django.utils.timezone import now

from storyhold.exporters.book import Book
from storyhold.exporters.known import Format
from storyhold.exporters.press.asking import LettersHaveNoFace, PressFailed
from storyhold.exporters.refusals import LettersCannotBeSet, PressHasFailed, PressIsBusy

log = logging.getLogger(__name__)

MOST_BYTES = 500_000_000  # of all files together
MADE_AT_ONCE = 2  # of a format, by all processes of this machine
AT_MOST_WAITING = 4  # threads of a process
LONGEST_WAIT = 2  # seconds, for the others
_places = BoundedSemaphore(AT_MOST_WAITING)
_HERE = Path(__file__).resolve().parent


def name_of(book: Book, form: Format) -> str:
    """Return the name under which the book is kept in this format."""
    content = hashlib.blake2b(digest_size=16, key=_program())
    for piece in _pieces(asdict(book)):
        content.update(piece)
    return f"{content.hexdigest()}.{form.ending}"


def _pieces(value: object) -> Iterator[bytes]:
    """Yield all that a book holds, each with its length: no two books have the same pieces."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        yield b"%d;" % len(value)
        for each in value:
            yield from _pieces(each)
    else:
        told = str(value).encode(errors="replace")
        yield b"%d:" % len(told)
        yield told


@cache
def _program() -> bytes:
    """Return what tells this version of the writers from others: a file is as old as they are."""
    files = sorted(file for file in _HERE.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return hashlib.blake2b(b"".join(map(Path.read_bytes, files)), digest_size=16).digest()


def kept_file(book: Book, form: Format, *, name: str = "") -> Path:
    """Return the file of the book in this format; made now, unless it was made before.

    `name` is what `name_of` has returned, if somebody has asked already.
    Raises `PressIsBusy`, `LettersCannotBeSet` and `PressHasFailed`.
    """
    file = _folder() / (name or name_of(book, form))
    if not _is_there(file):
        with _place(), _turn(file):
            if not _is_there(file):
                _make(book, form, file)
                _keep_within(MOST_BYTES)
    return file


@contextmanager
def _place() -> Iterator[None]:
    """Let few threads of this process wait for files, so that others answer for pages."""
    if not _places.acquire(timeout=LONGEST_WAIT):
        raise PressIsBusy
    try:
        yield
    finally:
        _places.release()


def _is_there(file: Path) -> bool:
    """Whether the file is there; if so, it counts as asked for just now."""
    try:
        os.utime(file)
    except FileNotFoundError:
        return False
    return True


def _make(book: Book, form: Format, file: Path) -> None:
    fresh = file.with_name(f"{file.name}.new")  # it is our turn: nobody else writes this one
    try:
        with fresh.open("wb") as opened:
            form.write(book, opened, made_at=now())
        fresh.replace(file)
    except LettersHaveNoFace as fault:
        raise LettersCannotBeSet from fault
    except PressFailed as fault:
        log.exception("The press has failed for %s", book.address)
        raise PressHasFailed from fault
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def _turn(file: Path) -> Iterator[None]:
    """Wait until it is this file's turn: few are made at once, and none of them twice."""
    place = int(file.stem[:8], 16) % MADE_AT_ONCE
    with (file.parent / f"{place}{file.suffix}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _keep_within(most: int) -> None:
    """Delete the files that nobody has asked for the longest, until the others fit."""
    files = [entry for entry in os.scandir(_folder()) if not entry.name.endswith(".lock")]
    files.sort(key=lambda entry: entry.stat().st_mtime)
    size = sum(entry.stat().st_size for entry in files)
    for entry in files:
        if size <= most:
            return
        size -= entry.stat().st_size
        Path(entry).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.DATA) / "downloads"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
