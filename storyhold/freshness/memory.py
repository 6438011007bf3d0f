"""What a process keeps in memory for as long as nothing it was made from has changed."""

import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.db import connection

from storyhold.freshness.hook import Hook, the_stamps
from storyhold.freshness.stamps import places_of
from storyhold.freshness.tables import subjects_of
from storyhold.freshness.watching import lasts, shows, watch, watching

T = TypeVar("T")

# Seconds after which it is made anew even so: somebody may have changed the database by hand.
LONGEST = 10.0


class Memory(Generic[T]):
    """Values by key, each kept while it is fresh."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept[T]] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value that is kept, or make it.

        In a transaction that has changed something it is neither kept nor taken from what is
        kept: nobody else may see it yet, and it may come to nothing.
        """
        if _has_unseen_changes():
            return make()
        kept = self._kept.get(key)
        if kept is None or not kept.is_fresh():
            kept = self._kept[key] = _Kept(make)
        kept.tell()
        return kept.value

    def forget(self) -> None:
        """Make everything anew at the next call."""
        self._kept.clear()


class _Kept(Generic[T]):
    def __init__(self, make: Callable[[], T]) -> None:
        picture = the_stamps().picture()
        with watching() as self._made_from:
            self.value = make()
        self._subjects = subjects_of(self._made_from.tables)
        self._places = places_of({*(self._subjects or ()), *self._made_from.subjects})
        self._values = tuple(picture[place] for place in self._places)
        self._until = time.monotonic() + min(self._made_from.age, LONGEST)

    def is_fresh(self) -> bool:
        is_young = time.monotonic() < self._until
        return is_young and the_stamps().values(self._places) == self._values

    def tell(self) -> None:
        """Note that whatever is being made depends on what this was made from."""
        if self._subjects is None:
            watch().tables.update(self._made_from.tables)
        shows(*(self._subjects or ()), *self._made_from.subjects)
        lasts(self._made_from.age)


def _has_unseen_changes() -> bool:
    hooks = (each for each in connection.execute_wrappers if isinstance(each, Hook))
    return any(hook.has_unseen_changes() for hook in hooks)
