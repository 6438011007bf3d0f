"""Two revisions of a text side by side: what came, what went, what changed."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from storyhold.prose.landmarks import landmarks
from storyhold.prose.texts import TextBlock, text_blocks
from storyhold.prose.words_compared import Words, compare_words

_LOOKS_AHEAD = 8
_ALIKE = 0.4


class Change(NamedTuple):
    """What happened to one paragraph or scene break.

    `words` holds runs of plain text in reading order, for `<ins>` and `<del>`. A paragraph
    whose letters are the same and whose emphasis is not is `changed`, with only `same` words.
    """

    kind: Literal["same", "added", "removed", "changed"]
    words: tuple[Words, ...]
    is_break: bool = False


def compare(old_html: str, new_html: str) -> list[Change]:
    """Return the way from one canonical text to another, in reading order.

    Paragraphs that occur once in both are the landmarks; between two of them, paragraphs
    that are much alike are compared word by word. The time is nearly linear.
    """
    old, new = text_blocks(old_html), text_blocks(new_html)
    changes: list[Change] = []
    at_old = at_new = 0
    for stop_old, stop_new in [*landmarks(old, new), (len(old), len(new))]:
        if stop_old > at_old or stop_new > at_new:
            changes.extend(_between(old[at_old:stop_old], new[at_new:stop_new]))
        if stop_new < len(new):
            changes.append(_unchanged(new[stop_new]))
        at_old, at_new = stop_old + 1, stop_new + 1
    return changes


def _between(old: list[TextBlock], new: list[TextBlock]) -> Iterator[Change]:
    """Yield the changes where no paragraph is a landmark, pairing those that are alike."""
    waiting = [_words_of(block) for block in old]
    at = 0
    for block in new:
        match = _first_alike(waiting, at, _words_of(block))
        if match is None:
            yield _only(block, "added")
            continue
        yield from (_only(gone, "removed") for gone in old[at:match])
        yield _unchanged(block) if old[match] == block else _changed(old[match], block)
        at = match + 1
    yield from (_only(gone, "removed") for gone in old[at:])


def _first_alike(waiting: list[Counter[str]], at: int, words: Counter[str]) -> int | None:
    for index in range(at, min(at + _LOOKS_AHEAD, len(waiting))):
        if _are_alike(waiting[index], words):
            return index
    return None


def _words_of(block: TextBlock) -> Counter[str]:
    """Return how often each word is in a paragraph; a scene break is a word of its own."""
    return Counter([f" {block.text} "] if block.is_break else block.text.split())


def _are_alike(ours: Counter[str], theirs: Counter[str]) -> bool:
    if ours.keys().isdisjoint(theirs):
        # Most are different altogether, and that is seen at once.
        return not ours and not theirs
    return 2 * (ours & theirs).total() >= _ALIKE * (ours.total() + theirs.total())


def _only(block: TextBlock, kind: Literal["added", "removed"]) -> Change:
    return Change(kind, (Words(kind, block.text),), block.is_break)


def _unchanged(block: TextBlock) -> Change:
    return Change("same", (Words("same", block.text),), block.is_break)


def _changed(old: TextBlock, new: TextBlock) -> Change:
    return Change("changed", tuple(compare_words(old.text, new.text)))
