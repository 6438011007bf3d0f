"""The doors of an archive that moves in: shut before the first thing comes, until it is opened."""

from collections.abc import Iterator

from django.utils.timezone import now

from storyhold.archive.models import Archive
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.house import House
from storyhold.importers.models import Move
from storyhold.stories.models import Story


def close_doors(desk: Desk) -> Iterator[int]:
    """Close an archive that has no stories yet; remember when it was closed, whoever did it.

    As long as it stays closed nobody has been in, and the move can be taken back.
    """
    if desk.move.finished_at is None and desk.move.closed_at is None:
        closed_at = Archive.objects.filter(pk=1).values_list("closed_at", flat=True).first()
        if closed_at is None and not Story.objects.exists():
            closed_at = now()
            House(desk).change({"closed_at": closed_at})
        desk.move.closed_at = closed_at
        desk.shelves.alter(Move.objects.filter(pk=desk.move.pk), closed_at=closed_at)
    yield 1
