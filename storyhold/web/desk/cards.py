"""A story's chapters on its page at the desk, each with what its authors may do with it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from storyhold.stories.models import Chapter


@dataclass(frozen=True)
class Card:
    """One chapter: whether it may be written on, moved up and down, given back to its writer."""

    chapter: Chapter
    is_mine: bool
    up: bool
    down: bool
    is_returnable: bool


def cards(
    chapters: Sequence[Chapter], *, mine: Collection[Chapter], returnable: Collection[Chapter]
) -> Iterator[Card]:
    """Yield a card for each of the chapters, which come in order."""
    # A draft for a round robin has no place yet: it comes last once it is published.
    placed = [each for each in chapters if each.is_public or not each.is_writers_own]
    for chapter in chapters:
        yield Card(
            chapter,
            is_mine=chapter in mine,
            up=chapter in placed[1:],
            down=chapter in placed[:-1],
            is_returnable=chapter in returnable,
        )
