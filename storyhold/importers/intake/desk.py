"""What every step of an import works with."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model

from storyhold.importers.findings import Finding, Note
from storyhold.importers.intake.numbers import Numbers
from storyhold.importers.intake.shelves import Shelves
from storyhold.importers.models import Move
from storyhold.importers.sources.efiction.old_site import OldSite


@dataclass(frozen=True)
class Desk:
    """An old site on the left, our shelves on the right, and what was noticed in the middle.

    A step reads from `old`, numbers things by `numbers`, hands our rows to `put` and says by
    `note` all that was changed, mended or left out. It asks the database for nothing that another
    step has put: in a rehearsal nothing of it is there.
    """

    move: Move
    old: OldSite
    numbers: Numbers
    shelves: Shelves
    tell: Note

    def put(self, rows: Iterable[Model]) -> None:
        """Put rows on our shelves."""
        self.shelves.put(rows)

    def note(self, topic: str, table: str, number: object = "", **facts: object) -> None:
        """Say what was noticed about the thing with this old number."""
        said = {name: str(fact) for name, fact in facts.items()}
        self.tell(Finding(topic, table, str(number), said))
