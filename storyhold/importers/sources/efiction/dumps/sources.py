"""What all dumps are like, whether they are files or a server."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from storyhold.importers.sources.efiction.dumps.marks import Marks
from storyhold.importers.sources.efiction.dumps.reading import Event

Wants = Callable[[str], bool]  # whether a table of this name is of use
Told = Callable[[int], object]  # how many bytes have been read


class Reading(Protocol):
    """The statements of a dump, while it is read."""

    marks: Marks

    def __iter__(self) -> Iterator[Event]:
        """Yield what is said about tables that are wanted."""


class DumpSource(Protocol):
    """Where a dump comes from. It can be read from its beginning, as often as is asked."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def size(self) -> int:
        """How many bytes `read` will tell in the end, about."""

    def read(self, wants: Wants, tell: Told) -> AbstractContextManager[Reading]:
        """Open it."""
