"""Decisions about where a reader stopped, on plain values."""

from dataclasses import dataclass
from datetime import timedelta

MOST_LETTERS = 5_000  # in a note
LONGEST_MARK = 16
HIGHEST_PARAGRAPH = 1_000_000
MOST_CARRIED = 300  # places that come along from a device
# Opening the same chapter again is noted this seldom: most pages then write nothing.
NOTED_EVERY = timedelta(minutes=30)


@dataclass(frozen=True)
class Spot:
    """A paragraph of a chapter.

    `mark` says in short what its words are, so that it is found again after an edit; only our
    script makes and compares it. `is_end`: whoever stopped here has seen the end of the chapter.
    """

    paragraph: int = 0  # 0 is the chapter's head
    mark: str = ""
    is_end: bool = False

    def is_beyond(self, other: "Spot") -> bool:
        """Whether this is further on in the same chapter."""
        return (self.is_end, self.paragraph) > (other.is_end, other.paragraph)


HEAD = Spot()
