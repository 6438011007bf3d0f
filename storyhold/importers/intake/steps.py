"""The order in which things come in: whoever is named by others comes first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.making_room import make_room
from storyhold.importers.intake.members import bring_members
from storyhold.importers.intake.ratings import bring_ratings
from storyhold.importers.intake.stories import bring_stories
from storyhold.importers.intake.vocabularies import bring_vocabularies
from storyhold.importers.intake.words import bring_categories, bring_characters, bring_classes

# Yields where what was put so far may be kept for good: how many things are done.
Bring = Callable[[Desk], Iterator[int]]


@dataclass(frozen=True)
class Step:
    """A kind of thing: what it is called in progress and marks, and what brings it in."""

    name: str
    bring: Bring


STEPS = (
    Step("members", bring_members),
    Step("room", make_room),
    Step("vocabularies", bring_vocabularies),
    Step("categories", bring_categories),
    Step("characters", bring_characters),
    Step("classes", bring_classes),
    Step("ratings", bring_ratings),
    Step("stories", bring_stories),
)
