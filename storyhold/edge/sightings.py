"""What the front server tells us it has sent by itself: a log with one line for each page.

The pages are then known to be in use, and their reads are counted. Lines are taken out as soon as
they are read: they say who was there, and nobody needs to know that for longer.
"""

import logging
import os
from pathlib import Path

from storyhold.edge.reads import Reads
from storyhold.edge.store import Store

log = logging.getLogger(__name__)

# Scheme, host, path, address, purpose, browser.
PARTS = 6
# Of one look; a longer log is cut, and what is lost are some numbers of readers.
MOST_BYTES = 64 * 1024 * 1024


class Sightings:
    """The log, which is made empty here so that it is ours when the front server opens it."""

    def __init__(self, file: Path, store: Store, reads: Reads) -> None:
        self._file = file
        self._store = store
        self._reads = reads
        file.touch(mode=0o644)

    def look(self) -> None:
        """Note what was sent since the last look. Who asks again within it, counts once anyway."""
        try:
            with self._file.open("rb") as lines:
                said = lines.read(MOST_BYTES)
            if said:
                os.truncate(self._file, 0)
        except OSError:
            log.exception("What the front server has sent cannot be read.")
            return
        for line in set(said.splitlines()):
            self._note(line.split(b"\t"))

    def _note(self, parts: list[bytes]) -> None:
        if len(parts) != PARTS:
            return
        scheme, host, path, address, purpose, browser = parts
        page = self._store.find((scheme, host, path), {})
        if page is not None:
            self._reads.note(page, address.decode("latin-1"), browser, purpose)
