"""The order in which things come in: whoever is named by others comes first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.members import bring_members

# Yields where what was put so far may be kept for good: how many things are done.
Bring = Callable[[Desk], Iterator[int]]


@dataclass(frozen=True)
class Step:
    """A kind of thing: what it is called in progress and marks, and what brings it in."""

    name: str
    bring: Bring


STEPS = (Step("members", bring_members),)
