"""A source: dumps to read, texts beside them, and what a configuration said."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from storyhold.importers.sources.efiction.dumps.window import Readable
from storyhold.importers.sources.efiction.finding.compression import kind_of, unpacked
from storyhold.importers.sources.efiction.finding.text_files import TextFiles


@dataclass(frozen=True)
class DumpFile:
    """A dump that can be read from its beginning, as often as is asked."""

    path: Path

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.name

    @property
    def size(self) -> int:
        """Its bytes as it lies."""
        return self.path.stat().st_size

    @contextmanager
    def open(self, tell: Callable[[int], object]) -> Iterator[Readable]:
        """Open it, and tell how many of its bytes have been read."""
        with self.path.open("rb") as file:
            stream = unpacked(file, kind_of(file.read(8)))
            file.seek(0)
            yield _Told(stream, file, tell)


class _Told:
    """A stream that tells how far the file below it has been read."""

    def __init__(self, stream: Readable, file: IO[bytes], tell: Callable[[int], object]) -> None:
        self._stream, self._file, self._tell = stream, file, tell

    def read(self, size: int, /) -> bytes:
        """Read on."""
        piece = self._stream.read(size)
        self._tell(self._file.tell())
        return piece


@dataclass(frozen=True)
class Source:
    """What an archive moves in from."""

    name: str
    dumps: Sequence[DumpFile]
    texts: TextFiles = field(default_factory=TextFiles)
    site_key: str | None = None  # as `config.php` says
