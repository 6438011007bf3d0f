"""Decisions about notes and links, on plain values."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

LASTS = timedelta(days=30)
MOST_LETTERS = 10_000  # of a note, an answer, an offer
LONGEST_QUOTE = 4_000
MOST_NOTES = 1_000  # by one link
ALIKE = 0.5


def hash_of(token: str) -> str:
    """Return the hash under which a link's secret is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def place_of(quote: str, paragraph: int, paragraphs: Mapping[int, str]) -> int | None:
    """Return the number that a quoted paragraph has among `paragraphs` now; None if it is gone.

    The same letters are sought first, near where they were; then what shares half of its words.
    """

    def distance(number: int) -> int:
        return abs(number - paragraph)

    same = [number for number, text in paragraphs.items() if text[:LONGEST_QUOTE] == quote]
    if same:
        return min(same, key=distance)
    words = Counter(quote.split())
    likeness = {number: _likeness(words, text) for number, text in paragraphs.items()}
    alike = [number for number, degree in likeness.items() if degree >= ALIKE]
    return max(alike, key=lambda number: (likeness[number], -distance(number)), default=None)


def _likeness(words: Counter[str], text: str) -> float:
    """Return the share of words that two paragraphs have in common, from 0 to 1."""
    others = Counter(text[:LONGEST_QUOTE].split())
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else 0.0
