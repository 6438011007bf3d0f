"""A request's body on its way in: gathered while it is small, passed on as it comes when large."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable

from storyhold.edge import limits


class VisitorIsGone(Exception):  # noqa: N818 - people go
    """The visitor left, or took too long, before all was said."""


class Incoming:
    """The pieces of a body that have come and were not passed on yet."""

    def __init__(self, *, pause: Callable[[], None], resume: Callable[[], None]) -> None:
        self.size = 0
        self.is_complete = False
        self._pieces: deque[bytes] = deque()
        self._is_broken = False
        self._news = asyncio.Event()
        self._limit = limits.GATHERED_BYTES
        self._pause = pause
        self._resume = resume

    def put(self, piece: bytes, *, is_last: bool) -> None:
        """Take what has come."""
        if piece:
            self._pieces.append(piece)
            self.size += len(piece)
        self.is_complete = is_last
        self._news.set()
        if self.size >= self._limit and not is_last:
            self._pause()

    def break_off(self) -> None:
        """Say that nothing more will come."""
        self._is_broken = not self.is_complete
        self._news.set()

    async def gather(self) -> None:
        """Wait until the body is complete or large. Raises `VisitorIsGone`."""
        while not self.is_complete and self.size < self._limit:
            await self._more()
        # From here on, only so much waits as is needed to go on without a pause.
        self._limit = limits.ON_THE_WAY

    async def pieces(self) -> AsyncIterator[bytes]:
        """Go through the body as it comes. Raises `VisitorIsGone`."""
        while self._pieces or not self.is_complete:
            if not self._pieces:
                self._resume()
                await self._more()
                continue
            piece = self._pieces.popleft()
            self.size -= len(piece)
            yield piece

    async def _more(self) -> None:
        if self._is_broken:
            raise VisitorIsGone
        self._news.clear()
        await self._news.wait()
        if self._is_broken:
            raise VisitorIsGone
