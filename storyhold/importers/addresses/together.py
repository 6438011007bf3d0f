"""What had which number, for thousands of questions at once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from storyhold.importers.addresses.catalogue import Catalogue, Moves
from storyhold.importers.addresses.doors import DOORS
from storyhold.importers.models import OldNumber, OldPlace
from storyhold.stories.models import Chapter

Asked = TypeVar("Asked", bound=Hashable)
Answer = TypeVar("Answer")


class NotYetKnown(Exception):  # noqa: N818 — a question that waits, not an error
    """This will be known after the next `look_up`."""


class Together(Catalogue):
    """Collects questions, and looks up all of a kind with three queries."""

    def __init__(self, viewer: Any) -> None:
        super().__init__(viewer)
        self.forget()

    def forget(self) -> None:
        """Let go of what was looked up."""
        self._things: dict[tuple[Any, ...], Any] = {}
        self._rows: dict[tuple[Any, ...], OldNumber | None] = {}
        self._chapters: dict[tuple[Any, ...], Chapter | None] = {}
        self._numbers_asked: set[tuple[Any, ...]] = set()
        self._places_asked: set[tuple[Any, ...]] = set()

    def thing(self, moves: Moves, kind: str, old: str) -> Any:
        """Return it, or raise `NotYetKnown`."""
        return self._known(self._things, self._numbers_asked, (_ids(moves), kind, old))

    def row(self, moves: Moves, kind: str, old: str) -> OldNumber | None:
        """Return it, or raise `NotYetKnown`."""
        row: OldNumber | None = self._known(
            self._rows, self._numbers_asked, (_ids(moves), kind, old)
        )
        return row

    def chapter_at(self, moves: Moves, story: int, place: int) -> Chapter | None:
        """Return it, or raise `NotYetKnown`."""
        key = (_ids(moves), story, place)
        chapter: Chapter | None = self._known(self._chapters, self._places_asked, key)
        return chapter

    def answers(
        self, questions: Sequence[Asked], answer: Callable[[Asked], Answer]
    ) -> dict[Asked, Answer]:
        """Return the answer to each question, which is asked again until all it needs is known."""
        answered: dict[Asked, Answer] = {}
        waiting = list(questions)
        while waiting:
            still_waiting = []
            for question in waiting:
                try:
                    answered[question] = answer(question)
                except NotYetKnown:
                    still_waiting.append(question)
            waiting = still_waiting
            self._look_up()
        return answered

    def _known(self, known: dict[Any, Any], asked: set[Any], key: tuple[Any, ...]) -> Any:
        if key not in known:
            asked.add(key)
            raise NotYetKnown
        return known[key]

    def _look_up(self) -> None:
        for (moves, kind), numbers in _by_first_two(self._numbers_asked).items():
            self._look_up_numbers(moves, kind, numbers)
        for moves, places in _by_first(self._places_asked).items():
            self._look_up_places(moves, places)
        self._numbers_asked, self._places_asked = set(), set()

    def _look_up_numbers(self, moves: tuple[int, ...], kind: str, numbers: list[str]) -> None:
        found = OldNumber.objects.filter(kind=kind, move__in=moves, old__in=numbers)
        rows = list(found.order_by("move"))
        seen = DOORS[kind](self.viewer).in_bulk([row.new for row in rows if row.new is not None])
        keys = [(moves, kind, number) for number in numbers]
        self._rows.update(dict.fromkeys(keys))
        self._things.update(dict.fromkeys(keys))
        for row in reversed(rows):  # the first archive has the last word
            key = (moves, kind, row.old)
            self._rows[key] = row
            self._things[key] = seen.get(row.new, self._things[key])

    def _look_up_places(self, moves: tuple[int, ...], places: list[tuple[int, int]]) -> None:
        self._chapters.update({(moves, *place): None for place in places})
        stories = {story for story, _place in places}
        numbers = {place for _story, place in places}
        found = OldPlace.objects.filter(move__in=moves, story__in=stories, place__in=numbers)
        rows = [
            row for row in found.order_by("pk") if (moves, row.story, row.place) in self._chapters
        ]
        seen = DOORS["chapter"](self.viewer).in_bulk([row.chapter_id for row in rows])
        for row in reversed(rows):
            key = (moves, row.story, row.place)
            self._chapters[key] = seen.get(row.chapter_id, self._chapters.get(key))


def _ids(moves: Moves) -> tuple[int, ...]:
    return tuple(move.pk for move in moves)


def _by_first_two(asked: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, Any], list[Any]]:
    groups: dict[tuple[Any, Any], list[Any]] = defaultdict(list)
    for first, second, third in asked:
        groups[first, second].append(third)
    return groups


def _by_first(asked: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for first, *rest in asked:
        groups[first].append(tuple(rest))
    return groups
