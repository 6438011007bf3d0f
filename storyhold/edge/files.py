"""Kept pages as files, which nginx or Caddy can send without asking us.

A page has a file while it is kept and fresh. `sweep` removes the others; it must come by several
times a second, for the front server does not look at stamps.
"""

import gzip
import logging
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from storyhold.edge.forms import GZIP, PLAIN
from storyhold.edge.store import Address, Page, Store
from storyhold.freshness.stamps import Stamps

log = logging.getLogger(__name__)

SCHEMES = (b"http", b"https")
# Whatever has to be decoded, or could lead elsewhere in a file system, is left to us.
PLAIN_HOST = re.compile(rb"[a-z0-9-]+(?:\.[a-z0-9-]+)*")
PLAIN_PATH = re.compile(rb"/(?:[A-Za-z0-9_-]+/)*")
NAME = "index.html"
# Every so many sweeps, pages are looked at though no stamp has changed: they grow old.
SOMETIMES = 8


class Files:
    """The files in a folder, one below each address."""

    def __init__(self, folder: Path, store: Store, stamps: Stamps) -> None:
        self._folder = folder
        self._store = store
        self._stamps = stamps
        self._pages: dict[Path, Page] = {}
        self._before: object = b""
        self._sweeps = 0
        self.clear()

    def put(self, address: Address, page: Page) -> None:
        """Write the file of a page that was just kept, if a file can be found by its address."""
        if page.place is None or any(page.place[1]) or not _suits(address, page):
            return
        scheme, host, path = (part.decode() for part in address)
        file = self._folder / scheme / host / path.lstrip("/") / NAME
        self._pages[file] = page
        try:
            _write_both(file, page)
        except OSError:
            # A disk that is full, a name that is too long: visitors are answered all the same.
            log.exception("A page could not be written as a file.")
            self._pages.pop(file)
            _remove(file)

    def sweep(self) -> None:
        """Remove the files of pages that are not fresh any more, or not kept."""
        self._sweeps += 1
        now = self._stamps.picture().obj
        if now == self._before and self._sweeps % SOMETIMES:
            return
        self._before = now
        for file, page in list(self._pages.items()):
            if page.place is None or not self._store.is_fresh(page):
                del self._pages[file]
                _remove(file)

    def clear(self) -> None:
        """Remove all files, those of an earlier process, too."""
        self._pages.clear()
        self._folder.mkdir(parents=True, exist_ok=True)
        for scheme in SCHEMES:
            shutil.rmtree(self._folder / scheme.decode(), ignore_errors=True)


def _suits(address: Address, page: Page) -> bool:
    _scheme, host, path = address
    is_page = dict(page.fields).get(b"content-type", b"").startswith(b"text/html")
    is_plain = PLAIN_HOST.fullmatch(host) and PLAIN_PATH.fullmatch(path)
    return page.status == 200 and is_page and bool(is_plain)


def _write_both(file: Path, page: Page) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if GZIP not in page.forms:
        _write(file, page.forms[PLAIN][1], page)
        return
    zipped = page.forms[GZIP][1]
    _write(file, gzip.decompress(zipped), page)
    _write(file.with_name(f"{NAME}.gz"), zipped, page)


def _write(file: Path, body: bytes, page: Page) -> None:
    """Let a file appear whole, with a time that its content decides.

    Front servers make their ETag of time and length. A page that was made anew within the same
    second, and is as long as before, would look unchanged.
    """
    draft = file.with_name(f".{file.name}")
    draft.write_bytes(body)
    moment = 1_000_000_000 + int(page.tag.strip(b'"')[:14], 16) % 700_000_000
    os.utime(draft, (moment, moment))
    draft.replace(file)


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
        file.with_name(f"{NAME}.gz").unlink(missing_ok=True)
        # Empty folders of pages that are gone for good would pile up.
        file.parent.rmdir()
