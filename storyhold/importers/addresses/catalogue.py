"""What had which number, as one viewer may know it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from storyhold.accounts.queries import Viewer
from storyhold.importers.addresses.doors import DOORS, TAKEN_AWAY
from storyhold.importers.kinds import MODELS
from storyhold.importers.models import Move, OldNumber
from storyhold.stories.models import Chapter

Moves = Sequence[Move]


class Catalogue:
    """Asks the database each time: for somebody who follows one link. One query a question."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    def thing(self, moves: Moves, kind: str, old: str) -> Any:
        """Return the thing of ours that had this number and that the viewer sees, or None."""
        numbers = _numbered(moves, kind, old).values("new")
        return DOORS[kind](self.viewer).filter(pk__in=numbers).first()

    def row(self, moves: Moves, kind: str, old: str) -> OldNumber | None:
        """Return what is remembered of this number, or None."""
        return _numbered(moves, kind, old).order_by("move").first()

    def chapter_at(self, moves: Moves, story: int, place: int) -> Chapter | None:
        """Return the chapter that stood at this place of a story, by both old numbers."""
        at = {"old_places__move__in": moves, "old_places__story": story, "old_places__place": place}
        chapters = DOORS["chapter"](self.viewer).filter(**at)
        found: Chapter | None = chapters.order_by("old_places__pk").first()
        return found


def is_gone(kind: str, number: int) -> bool:
    """Whether our thing was deleted, and not merely hidden."""
    row, taken = MODELS[kind]._default_manager.filter(pk=number), TAKEN_AWAY.get(kind)
    return not row.exists() or (taken is not None and row.filter(taken).exists())


def _numbered(moves: Moves, kind: str, old: str) -> QuerySet[OldNumber]:
    return OldNumber.objects.filter(kind=kind, old=old, move__in=moves)
