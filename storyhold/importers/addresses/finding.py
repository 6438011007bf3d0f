"""Finding things by the numbers they had."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.urls import reverse

from storyhold.accounts.queries import Viewer
from storyhold.importers.addresses.doors import DOORS, TAKEN_AWAY
from storyhold.importers.addresses.outcomes import Gone, Leads, Outcome, address_of
from storyhold.importers.addresses.reading import OldAddress
from storyhold.importers.kinds import MODELS
from storyhold.importers.models import Move, OldNumber
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
    viewer: Viewer
    moves: Sequence[Move]

    def see(self, kind: str, old: object) -> Any:
        """Return the thing of ours that had this number, or None; one query."""
        numbers = self._numbered(kind, old).values("new")
        return DOORS[kind](self.viewer).filter(pk__in=numbers).first()

    def lead(self, kind: str, old: object | None) -> Outcome:
        """Return that it leads to the thing's own page, or what is known where it is not here."""
        if old is None:
            return None
        thing = self.see(kind, old)
        return Leads(address_of(thing)) if thing else self.missing(kind, old)

    def missing(self, kind: str, old: object, *, near: str = "") -> Gone | None:
        """Return what is known of a thing that the viewer does not see; nothing of a hidden one."""
        row = self._numbered(kind, old).order_by("move").first()
        if row is None or (row.new is not None and not _is_gone(kind, row.new)):
            return None
        elsewhere = reverse(NEAR.get(kind, "browse:stories"))
        was_here = row.new is not None
        return Gone(kind, row.name, near or elsewhere, was_here, is_near_its_own=bool(near))

    def chapter_at(self, story: int, place: int) -> Chapter | None:
        """Return the chapter that stood at this place of a story, by both old numbers."""
        places = {"move__in": self.moves, "story": story, "place": place}
        at = {f"old_places__{name}": value for name, value in places.items()}
        chapters = DOORS["chapter"](self.viewer).filter(**at)
        found: Chapter | None = chapters.order_by("old_places__pk").first()
        return found

    def _numbered(self, kind: str, old: object) -> QuerySet[OldNumber]:
        return OldNumber.objects.filter(kind=kind, old=str(old), move__in=self.moves)


def _is_gone(kind: str, number: int) -> bool:
    row, taken = MODELS[kind]._default_manager.filter(pk=number), TAKEN_AWAY.get(kind)
    return not row.exists() or (taken is not None and row.filter(taken).exists())


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
