"""Where what comes in is put: into the database, or, in a rehearsal, nowhere."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from django.db.models import Model, QuerySet

from storyhold.importers.models import Untouched

AT_ONCE = 1_000  # rows of one model


class Shelves(Protocol):
    """Takes our rows. They may name each other by numbers before they are there."""

    counts: Counter[str]
    is_real: bool  # else it is a rehearsal's

    def put(self, rows: Iterable[Model]) -> None:
        """Take rows of any models, with their numbers where something names them."""

    def fill(self) -> None:
        """Make sure that all that was put is there."""

    def afterwards(self, deed: Callable[[], None]) -> None:
        """Do this once all that was put is there; in a rehearsal never."""

    def alter(self, rows: QuerySet[Any], **fields: object) -> None:
        """Change rows that were there before."""

    def remove(self, rows: QuerySet[Any]) -> None:
        """Remove rows that were there before, with all that belongs to them."""


class RealShelves:
    """The tables of the archive, filled in bulk. Call `fill` at the end of a transaction."""

    is_real = True

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._waiting: dict[type[Model], list[Model]] = {}
        self._deeds: dict[Callable[[], None], None] = {}

    def put(self, rows: Iterable[Model]) -> None:
        """Keep the rows until there are enough of a model for one statement."""
        for row in rows:
            waiting = self._waiting.setdefault(type(row), [])
            waiting.append(row)
            if len(waiting) >= AT_ONCE:
                self._empty(type(row))

    def fill(self) -> None:
        """Write what still waits."""
        for model in list(self._waiting):
            self._empty(model)
        deeds, self._deeds = self._deeds, {}
        for deed in deeds:
            deed()

    def afterwards(self, deed: Callable[[], None]) -> None:
        """Remember the deed for the next `fill`, once."""
        self._deeds[deed] = None

    def alter(self, rows: QuerySet[Any], **fields: object) -> None:
        """Change the rows."""
        rows.update(**fields)

    def remove(self, rows: QuerySet[Any]) -> None:
        """Remove the rows."""
        rows.delete()

    def _empty(self, model: type[Model]) -> None:
        rows = self._waiting.pop(model, [])
        # What was read once more is kept already.
        model._base_manager.bulk_create(rows, ignore_conflicts=model is Untouched)
        self.counts[model._meta.label_lower] += len(rows)


class NoShelves:
    """A rehearsal's: rows are counted and forgotten."""

    is_real = False

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def put(self, rows: Iterable[Model]) -> None:
        """Count the rows."""
        self.counts.update(row._meta.label_lower for row in rows)

    def fill(self) -> None:
        """Nothing waits."""

    def afterwards(self, deed: Callable[[], None]) -> None:
        """Leave the deed undone."""

    def alter(self, rows: QuerySet[Any], **fields: object) -> None:
        """Leave the rows as they are."""

    def remove(self, rows: QuerySet[Any]) -> None:
        """Leave the rows where they are."""
