"""Where a body ends: by a count, or by chunks."""

import re
from typing import Protocol

from storyhold.edge.grammar import Refused

# No extensions: nobody we know sends them, and servers have disagreed where they end.
SIZE = re.compile(rb"([0-9A-Fa-f]{1,12})\r\n")
LONGEST_SIZE = 14


class Framing(Protocol):
    """Takes the bytes of a body out of what comes in."""

    is_done: bool

    def take(self, pending: bytes) -> tuple[bytes, bytes]:
        """Return what is of the body, and what is left to be looked at again.

        Raises `Refused` when it cannot be said where the body ends.
        """


class Counted:
    """A body of so many bytes."""

    def __init__(self, length: int) -> None:
        self.left = length
        self.is_done = length == 0

    def take(self, pending: bytes) -> tuple[bytes, bytes]:
        """See `Framing`."""
        piece, rest = pending[: self.left], pending[self.left :]
        self.left -= len(piece)
        self.is_done = self.left == 0
        return piece, rest


class Chunked:
    """A body in chunks, each after its size; the last one is empty. Trailers are refused."""

    def __init__(self) -> None:
        self.is_done = False
        # Of the chunk, with the line's end behind it; 0 between two.
        self._left = 0

    def take(self, pending: bytes) -> tuple[bytes, bytes]:
        """See `Framing`."""
        pieces: list[bytes] = []
        at = 0
        while not self.is_done:
            step = self._step(pending, at, pieces)
            if step == at:
                break
            at = step
        return b"".join(pieces), pending[at:]

    def _step(self, pending: bytes, at: int, pieces: list[bytes]) -> int:
        if self._left > 2:
            piece = pending[at : at + self._left - 2]
            pieces.append(piece)
            self._left -= len(piece)
            return at + len(piece)
        if self._left:
            return self._end_of_chunk(pending, at)
        return self._size(pending, at)

    def _end_of_chunk(self, pending: bytes, at: int) -> int:
        found = pending[at : at + 2]
        if not b"\r\n".startswith(found):
            raise Refused(400, "A chunk of this request is longer than it says.")
        if len(found) < 2:
            return at
        self._left = 0
        return at + 2

    def _size(self, pending: bytes, at: int) -> int:
        match = SIZE.match(pending, at)
        if match is None:
            self._check_beginning(pending[at : at + LONGEST_SIZE])
            return at
        size = int(match[1], 16)
        if size:
            self._left = size + 2
            return match.end()
        return self._last(pending, at, match.end())

    def _check_beginning(self, part: bytes) -> None:
        digits = part.rstrip(b"\r")
        if len(part) == LONGEST_SIZE or digits.strip(b"0123456789abcdefABCDEF"):
            raise Refused(400, "The size of a chunk is not a number.")

    def _last(self, pending: bytes, at: int, end: int) -> int:
        found = pending[end : end + 2]
        if not b"\r\n".startswith(found):
            raise Refused(400, "Trailers are not taken.")
        self.is_done = len(found) == 2
        return end + 2 if self.is_done else at


def framing_of(length: int) -> Framing:
    """Return how a body of this length is taken; -1 for one that comes in chunks."""
    return Chunked() if length < 0 else Counted(length)
