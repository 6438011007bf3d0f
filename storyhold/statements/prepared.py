"""A queryset whose SQL is written at its first use, and then only asked with other values.

Django writes the SQL of a queryset anew for each page, which takes several times as long as to
answer it. That is worth while where the shape of a question depends on what is asked; the few
that stand behind every page of a story always have the same shape.

Nothing that was found is kept, only the words of the question. A value that were forgotten would
leave a stand-in behind, which no row has, and so would find nothing; but it is noticed before.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, Generic, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

T = TypeVar("T")

# Fits every kind of number column but the smallest, and no archive has so many of anything.
FIRST_STAND_IN = 2_000_000_001


class Prepared(Generic[T]):
    """The queryset that `make` returns for values of these types, `int` or `str`.

    `make` is called once, with stand-ins for the values, so the shape of what it returns must
    depend on nothing: not on the values, nor on a setting. No `prefetch_related` is done. The
    values are compared as they are: a question for what contains one cannot be prepared.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, T]], *types: type) -> None:
        self._make = make
        self._stand_ins = [of(FIRST_STAND_IN + place) for place, of in enumerate(types)]
        self._written: _Written | None = None

    def __call__(self, *values: object) -> list[T]:
        """Return what is found for these values; one query."""
        if self._written is None:
            self._written = _Written(self._make(*self._stand_ins), self._stand_ins)
        return self._written.ask(values)


def prepared(*types: type) -> Callable[[Callable[..., QuerySet[Any, T]]], Prepared[T]]:
    """Let a function that returns a queryset for values of these types be asked what it finds."""
    return lambda make: Prepared(make, *types)


class _Written:
    """The words of a question, and where in them the values stand."""

    def __init__(self, queryset: QuerySet[Any, Any], stand_ins: list[Any]) -> None:
        self.db = queryset.db
        self._iterable: Any = queryset._iterable_class
        self.selected = queryset.query.selected
        self._compiler: SQLCompiler = queryset.query.get_compiler(self.db)
        self._sql, params = self._compiler.as_sql()
        if not set(stand_ins) <= set(params):
            raise ValueError("A value is not asked for as it is")
        self._params = [
            (stand_ins.index(param) if param in stand_ins else None, param) for param in params
        ]
        columns = [column for column, *_as in self._compiler.select or ()]
        self._converters = self._compiler.get_converters(columns)

    def ask(self, values: Sequence[object]) -> list[Any]:
        # Each value as what its column wants: PostgreSQL's driver has a type for each size.
        params = [
            param if place is None else type(param)(values[place]) for place, param in self._params
        ]
        return list(self._iterable(_Question(self, params)))

    def compiler(self, params: Sequence[Any]) -> Any:
        """Return a compiler for this thread that has done its work already."""
        compiler: Any = copy(self._compiler)
        compiler.connection = connections[self.db]
        compiler.as_sql = lambda *_with, **_more: (self._sql, params)
        compiler.get_converters = lambda _columns: self._converters
        return compiler


class _Question:
    """What Django's iterables, which make objects of rows, want to know of a queryset."""

    _known_related_objects: dict[Any, Any] = {}

    def __init__(self, written: _Written, params: Sequence[Any]) -> None:
        self.db = written.db
        self.query = self
        self.selected = written.selected  # names of values
        self._written = written
        self._params = params

    def get_compiler(self, using: str) -> Any:  # noqa: ARG002 — Django's signature
        return self._written.compiler(self._params)


def take_for_known(thing: Model, relation: str, rows: QuerySet[Any, Any], found: list[Any]) -> None:
    """Let `thing.<relation>.all()` return what was found, as `prefetch_related` does.

    `rows` is any queryset of the same model.
    """
    rows._result_cache = found
    rows._prefetch_done = True  # type: ignore[attr-defined]
    cache: dict[str, Any] = thing.__dict__.setdefault("_prefetched_objects_cache", {})
    cache[relation] = rows
