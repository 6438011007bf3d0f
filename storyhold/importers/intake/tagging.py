"""Which tags old things carry here."""

from typing import Protocol

from storyhold.importers.intake.numbers import Numbers


class Tagged(Protocol):
    """An old thing that names words of the vocabularies by their numbers."""

    @property
    def categories(self) -> tuple[int, ...]:
        """Of categories."""

    @property
    def classes(self) -> tuple[int, ...]:
        """Of all classifications."""

    @property
    def characters(self) -> tuple[int, ...]:
        """Of characters."""


def tag_numbers(numbers: Numbers, old: Tagged) -> list[int]:
    """Return our numbers of what an old thing is tagged with, each once."""
    named = [("category", number) for number in old.categories]
    named += [("class", number) for number in old.classes]
    named += [("character", number) for number in old.characters]
    found = (numbers.new(kind, number) for kind, number in named)
    return list(dict.fromkeys(number for number in found if number is not None))
