"""Changing the house of an archive that moves in, so that it can be put back as it was."""

from collections.abc import Mapping

from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.importers.intake.desk import Desk
from storyhold.importers.models import Move
from storyhold.stories.models import Story

# Words that an archive has from its first day, if it has any.
_NEVER_OVERWRITTEN = ("name", "tagline")


class House:
    """The archive's row. It follows an old site at its first import, and never again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.follows = desk.move.finished_at is None
        self._is_empty = not Story.objects.exists()
        self._archive = Archive.objects.filter(pk=1).first()

    def keeps(self, field: str, value: object) -> bool:
        """Whether this archive has chosen otherwise, and that stays."""
        now = self.now(field)
        if now in (value, getattr(Archive(), field)):
            return False
        return field in _NEVER_OVERWRITTEN or not self._is_empty

    def now(self, field: str) -> object:
        """Return what stands there now."""
        return getattr(self._archive or Archive(), field)

    def change(self, fields: Mapping[str, object]) -> None:
        """Change what differs; what stood there is kept with the move."""
        differing = {name: value for name, value in fields.items() if self.now(name) != value}
        if not differing:
            return
        move, shelves = self._desk.move, self._desk.shelves
        move.before = {name: self.now(name) for name in differing} | move.before
        shelves.alter(Move.objects.filter(pk=move.pk), before=move.before)
        if self._archive is None:
            self._archive = Archive(pk=1)
            self._desk.put([self._archive])
        for name, value in differing.items():
            setattr(self._archive, name, value)
        shelves.alter(Archive.objects.filter(pk=1), **differing)
        forget_archive()
