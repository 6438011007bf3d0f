"""Old numbers and the new ones, remembered so that nothing comes in twice."""

from collections.abc import Callable, Iterable

from django.db.models import Model

from storyhold.importers.kinds import MODELS
from storyhold.importers.models import Move, OldNumber

Put = Callable[[Iterable[Model]], None]
Key = int | str  # a number where it is one: there are hundreds of thousands
HIGHEST = 2**32  # that a column of the old program holds; what is above is damage


class Numbers:
    """What came in of one old archive, in this import and in those before.

    A thing keeps its old number where that is free; else it gets one that neither archive uses.
    """

    def __init__(self, move: Move, put: Put) -> None:
        self._move, self._put = move, put
        self._known: dict[str, dict[Key, int | None]] = {}
        self._taken: dict[type[Model], set[int]] = {}
        self._beyond: dict[type[Model], int] = {}  # no old thing and none of ours has this or more

    def expect(self, kind: str, highest: int) -> None:
        """Say the highest old number of a kind, before the first of them is given one here."""
        model = MODELS[kind]
        self._beyond[model] = max(self._first_beyond(model), highest + 1)

    def new(self, kind: str, old: object) -> int | None:
        """Return the number here of a thing that is here."""
        return self._of_kind(kind).get(_key(old))

    def of(self, kind: str, old: object) -> int:
        """Return the number here of a thing that an earlier step has brought for sure."""
        number = self.new(kind, old)
        if number is None:
            raise LookupError(f"{kind} {old} did not come")
        return number

    def is_known(self, kind: str, old: object) -> bool:
        """Whether a thing came in before, or was seen and could not be carried."""
        return _key(old) in self._of_kind(kind)

    def give(self, kind: str, old: object) -> int:
        """Choose the number of a thing that comes in now, and remember it."""
        model, wished = MODELS[kind], _key(old)
        taken = self._numbers_taken(model)
        if isinstance(wished, int) and 0 < wished <= HIGHEST and wished not in taken:
            number = wished
        else:
            number = self._first_beyond(model)
        taken.add(number)
        self._beyond[model] = max(self._first_beyond(model), number + 1)
        # Several things without a number of their own, as in a table that lost them, all have 0.
        repeats = wished in self._of_kind(kind)
        self.remember(kind, f"{old}:{number}" if repeats else old, number)
        return number

    def remember(self, kind: str, old: object, new: int, *, was_here: bool = False) -> None:
        """Remember that an old thing is this one here: a new one or one that was here already."""
        self._keep(kind, old, new, was_here=was_here)

    def miss(self, kind: str, old: object, *, name: str = "") -> None:
        """Remember a thing that could not be carried."""
        self._keep(kind, old, None, name=name)

    def _keep(
        self, kind: str, old: object, new: int | None, *, name: str = "", was_here: bool = False
    ) -> None:
        self._of_kind(kind)[_key(old)] = new
        row = OldNumber(kind=kind, old=str(old), new=new, name=name[:250], was_here=was_here)
        row.move = self._move
        self._put([row])

    def _of_kind(self, kind: str) -> dict[Key, int | None]:
        if kind not in self._known:
            rows = OldNumber.objects.filter(move=self._move.pk, kind=kind)
            pairs = rows.values_list("old", "new").iterator() if self._move.pk else ()
            self._known[kind] = {_key(old): new for old, new in pairs}
        return self._known[kind]

    def _first_beyond(self, model: type[Model]) -> int:
        if model not in self._beyond:
            self._beyond[model] = max(self._numbers_taken(model), default=0) + 1
        return self._beyond[model]

    def _numbers_taken(self, model: type[Model]) -> set[int]:
        if model not in self._taken:
            self._taken[model] = set(model._default_manager.values_list("pk", flat=True))
        return self._taken[model]


def _key(old: object) -> Key:
    """Return an old key as the number that it is, or as text."""
    if isinstance(old, int):
        return old
    text = str(old)
    return int(text) if text.isdecimal() else text
