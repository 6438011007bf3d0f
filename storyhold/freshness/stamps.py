"""The stamps of an archive: a small file that all its processes have mapped into memory.

A *subject* is what a page shows: `story 12`, `lists`; and `everything`, which every page shows.
Each has a place in the file with a value of eight bytes. To *stamp* a subject is to write a value
there that was never there before. Whoever keeps a page reads the values of its subjects before
the page is made; the page is fresh for as long as they are the same.

The values mean nothing, so whatever a file holds is as good a beginning as any. Nor does a stamp
need a lock: of two that are written at once either differs from what was there. Two subjects may
share a place; then a page is made anew that need not have been.
"""

import os
import time
from binascii import crc32
from collections.abc import Iterable
from mmap import mmap
from pathlib import Path

EVERYTHING = "everything"
LISTS = "lists"
COUNTS = "counts"
PEOPLE = "people"

# Those that would cost most if they shared their place with a story.
NAMED = (EVERYTHING, LISTS, COUNTS)
FIRST_PLACE = 64
PLACES = 65_536
SIZE = 8 * (FIRST_PLACE + PLACES)

# Seconds after which it is noticed that the file was taken away, as by a backup played back.
LOOK_EVERY = 0.5


def stamps_file(data: Path) -> Path:
    """Return where the stamps of the archive with this data folder are."""
    return data / "run" / "stamps"


def of_story(story_id: int) -> str:
    """Return the subject that a story is: its pages, and all that is shown on them."""
    return f"story {story_id}"


def places_of(subjects: Iterable[str]) -> tuple[int, ...]:
    """Return the places of the subjects, beginning with that of everything."""
    others = dict.fromkeys(subjects)
    others.pop(EVERYTHING, None)
    return (0, *map(_place_of, others))


def _place_of(subject: str) -> int:
    if subject in NAMED:
        return NAMED.index(subject)
    return FIRST_PLACE + crc32(subject.encode()) % PLACES


class Stamps:
    """The stamps in a file, which is made where it is missing. Raises `OSError` if it cannot be."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open()

    def read(self, subjects: Iterable[str]) -> tuple[int, ...]:
        """Return the values of the subjects, and before them that of everything."""
        return self.values(places_of(subjects))

    def values(self, places: Iterable[int]) -> tuple[int, ...]:
        """Return the values at these places, as `places_of` names them."""
        if time.monotonic() > self._look_at:
            self._look()
        return tuple(map(self._values.__getitem__, places))

    def picture(self) -> memoryview:
        """Return a copy of all values, for whoever learns what a page shows when it is made."""
        self._look()
        return memoryview(bytes(self._values)).cast("Q")

    def stamp(self, *subjects: str) -> None:
        """Say that these subjects have changed; to be called after what changed can be seen."""
        self._look()
        for subject in subjects:
            self._values[_place_of(subject)] = _unheard_of()

    def _look(self) -> None:
        """Turn to the file that now stands there, if it is not the one we have."""
        self._look_at = time.monotonic() + LOOK_EVERY
        try:
            found = self._file.stat()
        except FileNotFoundError:
            self._open()
        else:
            if (found.st_dev, found.st_ino) != self._identity:
                self._open()

    def _open(self) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            opened = os.fstat(descriptor)
            if is_new := opened.st_size < SIZE:
                # It only ever grows: another process may have mapped it already.
                os.ftruncate(descriptor, SIZE)
                _give_to_owner_of(self._file.parent, descriptor)
            # A view of numbers of eight bytes reads and writes each of them at one stroke.
            self._values = memoryview(mmap(descriptor, SIZE)).cast("Q")
        finally:
            os.close(descriptor)
        self._identity = opened.st_dev, opened.st_ino
        self._look_at = time.monotonic() + LOOK_EVERY
        if is_new:
            # Pages that were kept by the stamps of another file are not fresh by these.
            self._values[0] = _unheard_of()


def _give_to_owner_of(folder: Path, descriptor: int) -> None:
    """Let root, who may run a command first, not lock the archive's own user out."""
    if os.geteuid() == 0:
        owner = folder.parent.stat()
        os.chown(folder, owner.st_uid, owner.st_gid)
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


def _unheard_of() -> int:
    return int.from_bytes(os.urandom(8))
