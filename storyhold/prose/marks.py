"""Inline elements that are open at one place of a text, in the order they were opened."""

from dataclasses import dataclass

from storyhold.prose.document import Mark, Marks
from storyhold.prose.limits import MAX_EQUAL_MARKS, MAX_MARKS

RESUMED = frozenset(
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ]
)
"""Elements that browsers open again in the next block when nobody closed them."""


@dataclass(slots=True, eq=False)
class Opened:
    """One inline start tag, with the marks it makes and those it ends for a while."""

    name: str
    depth: int
    marks: Marks
    suspends: str
    is_open: bool = True


class OpenMarks:
    """The inline elements open within one block, table cell or caption."""

    def __init__(self, inherited: Marks = ()) -> None:
        self.now: Marks = inherited
        self._inherited = inherited
        self._by_name: dict[str, list[Opened]] = {}
        self._marking: list[Opened] = []
        self._ends_with_block: list[Opened] = []

    def open(self, name: str, depth: int, marks: Marks = (), suspends: str = "") -> None:
        """Begin an inline element in a block `depth` deep."""
        if marks:
            has_room = len(self.now) < MAX_MARKS and len(self._marking) < MAX_MARKS
            marks = tuple([mark for mark in marks if self._is_rare(mark)]) if has_room else ()
        opened = Opened(name, depth, marks, suspends)
        self._by_name.setdefault(name, []).append(opened)
        if name not in RESUMED:
            self._ends_with_block.append(opened)
        if suspends and len(self._marking) < MAX_MARKS:
            self._marking.append(opened)
            self._recount()
        elif marks:
            self._marking.append(opened)
            self.now += marks

    def _is_rare(self, mark: Mark) -> bool:
        equal = 0
        for other in self.now:
            if other.tag == mark.tag and other.attributes == mark.attributes:
                equal += 1
        return equal < MAX_EQUAL_MARKS

    def close(self, name: str, depth: int) -> None:
        """End the innermost element of this name, if an end tag at this depth can reach it."""
        same_name = self._by_name.get(name)
        if not same_name or (name not in RESUMED and same_name[-1].depth < depth):
            return
        if name in RESUMED:
            self._end(same_name[-1])
            return
        while self._ends_with_block:
            opened = self._ends_with_block.pop()
            if opened.is_open:
                self._end(opened)
                if opened.name == name:
                    return

    def leave(self, depth: int) -> None:
        """End what cannot outlive the blocks deeper than `depth`."""
        local = self._ends_with_block
        while local and (not local[-1].is_open or local[-1].depth > depth):
            opened = local.pop()
            if opened.is_open:
                self._end(opened)

    def _end(self, opened: Opened) -> None:
        self._by_name[opened.name].pop()
        opened.is_open = False
        if opened in self._marking:
            self._marking.remove(opened)
            self._recount()

    def _recount(self) -> None:
        now = list(self._inherited)
        for opened in self._marking:
            if opened.suspends:
                now = [mark for mark in now if mark.tag != opened.suspends]
            now.extend(opened.marks)
        self.now = tuple(now)
