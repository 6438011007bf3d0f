"""How much a packed source may hold, so that a small file cannot fill a disk."""

from storyhold.importers.sources.efiction.refusals import SourceSwells

LARGEST = 200 << 30  # bytes in all: no archive of stories comes near
MOST_FILES = 3_000_000
DEEPEST = 3  # archives within archives
NORMAL = 64 << 20  # bytes that may come out of anything
MOST_TIMES = 250  # as much as went in; dumps of text come to ten or twenty times, at most fifty


class Budget:
    """What may still come out of one source."""

    def __init__(self, name: str, *, largest: int = LARGEST) -> None:
        self._name, self._left, self._files = name, largest, MOST_FILES

    def spend(self, size: int) -> None:
        """Take so many bytes. Raises when there are more than anything can be meant to have."""
        self._left -= size
        if self._left < 0:
            raise SourceSwells(name=self._name)

    def count_file(self) -> None:
        """Take one file."""
        self._files -= 1
        if self._files < 0:
            raise SourceSwells(name=self._name)


def check_swelling(name: str, *, packed: int, unpacked: int) -> None:
    """Raise where far more comes out than a dump or a text can be packed to."""
    if unpacked > NORMAL and unpacked > MOST_TIMES * max(packed, 1):
        raise SourceSwells(name=name)
