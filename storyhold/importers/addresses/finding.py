"""Finding things by the numbers they had."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from storyhold.accounts.queries import Viewer
from storyhold.importers.addresses.catalogue import Catalogue, is_gone
from storyhold.importers.addresses.outcomes import Gone, Leads, Outcome, address_of
from storyhold.importers.addresses.reading import OldAddress
from storyhold.importers.models import Move
from storyhold.stories.models import Chapter

# Where to look for what is not here any more.
NEAR = {
    "category": "browse:tags",
    "challenge": "challenges:list",
    "character": "browse:tags",
    "class": "browse:tags",
    "class type": "browse:tags",
    "member": "people:list",
    "news": "news:archive",
    "poll": "polls:polls",
    "rating": "browse:ratings",
    "series": "series:list",
}


@dataclass(frozen=True)
class Visit:
    """Somebody comes with an old address to the archives that moved in and had such addresses."""

    address: OldAddress
    moves: Sequence[Move]
    catalogue: Catalogue

    @property
    def viewer(self) -> Viewer:
        """Who comes."""
        return self.catalogue.viewer

    def see(self, kind: str, old: object) -> Any:
        """Return the thing of ours that had this number, or None; one query."""
        return self.catalogue.thing(self.moves, kind, str(old))

    def lead(self, kind: str, old: object | None) -> Outcome:
        """Return that it leads to the thing's own page, or what is known where it is not here."""
        if old is None:
            return None
        thing = self.see(kind, old)
        return Leads(address_of(thing)) if thing else self.missing(kind, old)

    def missing(self, kind: str, old: object, *, near: str = "") -> Gone | None:
        """Return what is known of a thing that the viewer does not see; nothing of a hidden one."""
        row = self.catalogue.row(self.moves, kind, str(old))
        if row is None or (row.new is not None and not is_gone(kind, row.new)):
            return None
        elsewhere = reverse(NEAR.get(kind, "browse:stories"))
        was_here = row.new is not None
        return Gone(kind, row.name, near or elsewhere, was_here, is_near_its_own=bool(near))

    def is_known(self, kind: str, old: object) -> bool:
        """Whether something had this number in the old archive, also what is hidden now."""
        return self.catalogue.row(self.moves, kind, str(old)) is not None

    def chapter_at(self, story: int, place: int) -> Chapter | None:
        """Return the chapter that stood at this place of a story, by both old numbers."""
        return self.catalogue.chapter_at(self.moves, story, place)


def moves_at(folder: Sequence[str], moves: Sequence[Move]) -> list[Move]:
    """Return the archives whose addresses began with this folder; all, where none of them did.

    Where several did, those with the longest beginning.
    """
    lengths = {move.pk: _shared(folder_of(move), folder) for move in moves}
    longest = max(lengths.values(), default=-1)
    return [move for move in moves if lengths[move.pk] == longest]


def folder_of(move: Move) -> list[str]:
    """Return the folder of the site in which its pages were."""
    try:
        path = urlsplit(move.address.lower()).path
    except ValueError:
        return []
    return [part for part in path.split("/") if part and not part.endswith(".php")]


def _shared(begins: Sequence[str], folder: Sequence[str]) -> int:
    is_there = list(folder[: len(begins)]) == list(begins)
    return len(begins) if is_there else -1
