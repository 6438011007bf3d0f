"""What an index of stories promises, whichever engine keeps it, and what goes in and comes out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from storyhold.search.question import Question


class Where(StrEnum):
    """Where words are looked for."""

    EVERYTHING = "everything"
    TITLE = "title"
    SUMMARY = "summary"  # title or summary
    AUTHOR = "author"
    TEXT = "text"


@dataclass(frozen=True)
class Work:
    """A story as it is to be found; `version` is what `find` gives back with it."""

    story_id: int
    version: int
    title: str
    summary: str
    authors: Sequence[str]
    tags: Sequence[str]
    chapters: Sequence[tuple[int, str]]  # id, and heading and text as plain letters


class LostIndexError(Exception):
    """The index is not there, or cannot be read: it has to be made anew."""


class Index(Protocol):
    """An index of stories on this machine. One process at a time writes, all may read.

    All but `clear` raise `LostIndexError`.
    """

    def find(self, question: Question, where: Where) -> Sequence[tuple[int, int]]:
        """Return ids and versions of the stories, the best first, each once."""

    def chapters(
        self, question: Question, stories: Collection[int], *, most: int
    ) -> dict[int, tuple[list[int], int]]:
        """Return for each story the ids of its best chapters, and how many have any of the words.

        Stories without such a chapter are left out.
        """

    def put(self, works: Iterable[Work]) -> list[int]:
        """Take stories in, in place of what was there of them, and return their ids."""

    def drop(self, stories: Collection[int]) -> None:
        """Forget stories."""

    def held(self) -> dict[int, int]:
        """Return which stories are there, with their versions."""

    def clear(self) -> None:
        """Begin anew, with nothing."""
