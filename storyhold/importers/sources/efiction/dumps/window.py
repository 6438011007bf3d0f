"""The stretch of a dump that is in memory."""

import re
from collections.abc import Callable
from typing import Protocol

STEP = 1 << 20
LOOK_AHEAD = 1 << 16  # no head of a statement is longer
LONGEST = 1 << 26  # no row is longer: the longest statement that servers take by default


class Readable(Protocol):
    """Whatever bytes come from."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end."""


class GoesOnTooLong(Exception):  # noqa: N818 — what was found, not an error of ours
    """A text that never ends, or a row that nobody can have written."""


class Window:
    """Bytes of a stream from where we are reading, `at`, to what has been fetched so far."""

    def __init__(
        self, stream: Readable, tell: Callable[[int], object] = lambda _size: None
    ) -> None:
        self._stream, self._tell = stream, tell
        self.buffer = b""
        self.at = 0
        self.is_whole = False  # the stream has no more

    def more(self) -> bool:
        """Fetch at least as much again as is left, and forget what was read. False at the end."""
        rest = self.buffer[self.at :]
        if len(rest) > LONGEST:
            raise GoesOnTooLong
        piece = self._stream.read(max(STEP, len(rest)))
        self._tell(len(piece))
        self.is_whole = not piece
        self.buffer, self.at = rest + piece, 0
        return bool(piece)

    def look_ahead(self) -> bool:
        """Make sure that a head of a statement is here. False when nothing is left at all."""
        while len(self.buffer) - self.at < LOOK_AHEAD and not self.is_whole:
            self.more()
        return self.at < len(self.buffer)

    def take(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Match here, and step behind what matched."""
        found = pattern.match(self.buffer, self.at)
        if found:
            self.at = found.end()
        return found

    def touches_the_end(self, found: re.Match[bytes] | None) -> bool:
        """Whether what matched, or failed to, could go on in what has not been fetched."""
        return not self.is_whole and (not found or found.end() == len(self.buffer))
