"""Measuring what a page costs while it is made."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from cProfile import Profile
from dataclasses import dataclass
from pstats import Stats
from threading import Lock, get_ident
from typing import Any, TypeVar

from django.db import connection
from django.template import Template

T = TypeVar("T")

# Template engines have no place to listen at, so the method that renders is exchanged meanwhile:
# by one measurement at a time.
_one_at_a_time = Lock()
MOST_FUNCTIONS = 60


@dataclass
class Cost:
    """What was spent on a thing: how often, and milliseconds with and without what it called."""

    name: str
    times: int = 0
    own: float = 0.0
    whole: float = 0.0


@dataclass(frozen=True)
class Measured:
    """What a page cost, in milliseconds; the dearest things first."""

    total: float
    statements: list[Cost]
    templates: list[Cost]
    functions: list[Cost]

    @property
    def statement_count(self) -> int:
        """How many statements the database was sent."""
        return sum(cost.times for cost in self.statements)

    @property
    def statement_time(self) -> float:
        """The milliseconds until the database had answered."""
        return sum(cost.own for cost in self.statements)


def measure(do: Callable[[], T], *, functions: bool) -> tuple[T, Measured]:
    """Do something, and return what came of it and what it cost.

    With `functions`, Python's are counted, too, which itself takes longer than a page.
    """
    profile = Profile()
    statements, templates = _Costs(), _Costs()
    with _one_at_a_time, _statements_into(statements), _templates_into(templates):
        begun = time.perf_counter()
        result = profile.runcall(do) if functions else do()
        total = (time.perf_counter() - begun) * 1000
    counted = _functions_in(profile) if functions else []
    return result, Measured(total, statements.dearest, templates.dearest, counted)


class _Costs:
    """Costs by name, of things that may call each other."""

    def __init__(self) -> None:
        self._costs: dict[str, Cost] = {}
        self._inner = [0.0]

    def of(self, name: str, do: Callable[[], T]) -> T:
        """Do it, and add what it cost to what the name has cost so far."""
        begun = time.perf_counter()
        self._inner.append(0.0)
        try:
            return do()
        finally:
            whole = (time.perf_counter() - begun) * 1000
            inner = self._inner.pop()
            self._inner[-1] += whole
            cost = self._costs.setdefault(name, Cost(name))
            cost.times += 1
            cost.whole += whole
            cost.own += whole - inner

    @property
    def dearest(self) -> list[Cost]:
        """The costs, the highest first."""
        return sorted(self._costs.values(), key=lambda cost: cost.own, reverse=True)


@contextmanager
def _statements_into(costs: _Costs) -> Iterator[None]:
    """Note each statement with its places open: what is filled in may be somebody's own."""

    def send(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        return costs.of(sql, lambda: execute(sql, params, many, context))

    with connection.execute_wrapper(send):
        yield


@contextmanager
def _templates_into(costs: _Costs) -> Iterator[None]:
    """Note each template that this thread renders."""
    engine: Any = Template
    render, here = engine._render, get_ident()

    def measured(template: Template, context: Any) -> Any:
        if get_ident() != here:
            return render(template, context)
        return costs.of(str(template.name), lambda: render(template, context))

    engine._render = measured
    try:
        yield
    finally:
        engine._render = render


def _functions_in(profile: Profile) -> list[Cost]:
    """Return the dearest functions by the time spent in themselves."""
    counted: dict[tuple[str, int, str], Any] = vars(Stats(profile))["stats"]
    costs = [
        Cost(_named(*where), calls, own * 1000, whole * 1000)
        for where, (_primitive, calls, own, whole, _callers) in counted.items()
    ]
    return sorted(costs, key=lambda cost: cost.own, reverse=True)[:MOST_FUNCTIONS]


def _named(path: str, line: int, function: str) -> str:
    """Name a function without the folders of the machine."""
    if path == "~":  # one that is not written in Python
        return function
    short = path.rpartition("site-packages/")[2]
    at = short.find("storyhold/")
    inside = short[at:] if at > 0 else short.rpartition("/lib/")[2]
    return f"{inside}:{line} {function}"
