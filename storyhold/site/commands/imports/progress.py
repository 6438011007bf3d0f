"""Saying how far a long deed is."""

import time

from storyhold.site.terminal import say

EVERY = 5.0  # seconds


class Progress:
    """Says what is begun at once, and how much of it is done every few seconds."""

    def __init__(self) -> None:
        self._what, self._said_at = "", 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note that so much of something is done; of an unknown total where that is 0."""
        if what != self._what:
            self._what = what
            self._say(f"{what} …")
        elif time.monotonic() - self._said_at > EVERY:
            share = f"{100 * done // total} %" if total else f"{done:,}"
            self._say(f"{what}: {share}")

    def _say(self, line: str) -> None:
        self._said_at = time.monotonic()
        say(line)
