"""A dump that lies in files."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from storyhold.importers.sources.efiction.dumps.reading import Dump
from storyhold.importers.sources.efiction.dumps.sources import Reading, Told, Wants
from storyhold.importers.sources.efiction.dumps.tab import TabDump
from storyhold.importers.sources.efiction.dumps.window import Readable, Window
from storyhold.importers.sources.efiction.dumps.xml import XmlDump
from storyhold.importers.sources.efiction.finding.compression import BROKEN, kind_of, unpacked
from storyhold.importers.sources.efiction.finding.limits import check_swelling
from storyhold.importers.sources.efiction.refusals import ArchiveIsBroken


@dataclass(frozen=True)
class DumpFile:
    """A dump in one file, or in parts that follow each other, packed or not."""

    path: Path
    more: Sequence[Path] = ()

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.name

    @property
    def size(self) -> int:
        """Its bytes as it lies."""
        return sum(path.stat().st_size for path in (self.path, *self.more))

    @contextmanager
    def read(self, wants: Wants, tell: Told) -> Iterator[Reading]:
        """Open it, and tell how many of its bytes have been read."""
        with _Parts([self.path, *self.more], tell) as stream:
            beginning = stream.peek()
            if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
                yield Dump(Window(FromUtf16(stream)), wants=wants)
            elif beginning.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith((b"<?xml", b"<mysqldump")):
                yield XmlDump(stream, wants=wants)
            else:
                yield Dump(Window(stream), wants=wants)


@dataclass(frozen=True)
class TabFiles:
    """One table of `mysqldump --tab`."""

    definition: Path
    rows: Path

    @property
    def name(self) -> str:
        """What people call it."""
        return self.rows.name

    @property
    def size(self) -> int:
        """Its bytes as it lies."""
        return self.rows.stat().st_size

    @contextmanager
    def read(self, wants: Wants, tell: Told) -> Iterator[Reading]:
        """Open it, and tell how many of its bytes have been read."""
        with _Parts([self.definition], nobody) as made, _Parts([self.rows], tell) as rows:
            yield TabDump(Dump(Window(made), wants=wants), rows)


def nobody(_size: int) -> None:
    """Tell nobody."""


class FromUtf16:
    """A dump that Windows' PowerShell wrote, in the bytes that it was meant to have."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")

    def read(self, size: int, /) -> bytes:
        """Read on."""
        while piece := self._stream.read(size):
            if text := self._decoder.decode(piece):
                return text.encode("utf-8", "replace")
        return b""


class _Parts:
    """The unpacked content of files, one behind the other."""

    def __init__(self, paths: Sequence[Path], tell: Callable[[int], object]) -> None:
        self._paths, self._tell = list(paths), tell
        self._before, self._size, self._ahead = 0, 0, b""
        self._file: IO[bytes] | None = None
        self._stream: Readable | None = None

    def __enter__(self) -> "_Parts":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._file:
            self._file.close()

    def peek(self) -> bytes:
        """Return the beginning without stepping over it."""
        self._ahead = self._ahead or self.read(1 << 12)
        return self._ahead

    def read(self, size: int, /) -> bytes:
        """Read on, in the next part where one ends."""
        if self._ahead:
            piece, self._ahead = self._ahead, b""
            return piece
        piece = self._read_part(size)
        while not piece and self._paths:
            self._open(self._paths.pop(0))
            piece = self._read_part(size)
        return piece

    def _open(self, path: Path) -> None:
        if self._file:
            self._before += self._file.tell()
            self._file.close()
        self._file, self._size = path.open("rb"), 0
        self._stream = unpacked(self._file, kind_of(path))

    def _read_part(self, size: int) -> bytes:
        if not self._file or not self._stream:
            return b""
        try:
            piece = self._stream.read(size)
        except BROKEN as error:
            raise ArchiveIsBroken(name=Path(self._file.name).name) from error
        done = self._file.tell()
        self._size += len(piece)
        check_swelling(Path(self._file.name).name, packed=done, unpacked=self._size)
        self._tell(self._before + done)
        return piece
