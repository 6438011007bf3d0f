"""A chapter's text in pieces, each with the notes that stand beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.betas.models import Note
from storyhold.betas.queries import Placed
from storyhold.prose.numbering import numbers_in, outermost_blocks


@dataclass(frozen=True)
class Row:
    """A piece of canonical HTML, and the notes on its paragraphs by their numbers."""

    html: str
    notes: list[tuple[int, Note]]


def rows(html: str, notes: Placed) -> Iterator[Row]:
    """Yield the text in its outermost blocks, so that a note can stand beside each."""
    for block in outermost_blocks(html):
        numbers = numbers_in(block)
        yield Row(
            block, [(number, note) for number in numbers for note in notes.at.get(number, [])]
        )
