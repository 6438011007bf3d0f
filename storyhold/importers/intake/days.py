"""Days that old archives did not keep, or kept wrongly."""

from collections.abc import Sequence
from datetime import datetime

from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.chapters import OldChapter
from storyhold.importers.sources.efiction.tables.stories import OldStory


class Days:
    """Says when stories and chapters became public. Stories are asked for in their order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._last: datetime = desk.move.started_at or desk.old.reader.now

    def of_story(self, old: OldStory) -> datetime:
        """Return when it was published; where nobody knows, a guess that is told of."""
        if old.published:
            self._last = old.published
            return old.published
        guess = old.updated or self._last
        self._desk.note(
            "day of a story is a guess",
            "stories",
            old.number,
            title=old.title,
            guess=f"{guess:%Y-%m-%d}",
        )
        return guess


def days_of_chapters(
    chapters: Sequence[OldChapter], *, published: datetime, updated: datetime | None
) -> list[datetime]:
    """Return when each chapter became public, as far as it can be known.

    eFiction kept only two days of a story: that of its first chapter, and that of its last. For
    those between, the day their file was written counts, or else that of the chapter before.
    """
    last = max(updated or published, published)
    newest = max((at for at, each in enumerate(chapters) if each.is_public), default=-1)
    days, day = [], published
    for at, chapter in enumerate(chapters):
        if at == newest:
            day = last
        elif at and chapter.written and day <= chapter.written <= last:
            day = chapter.written
        days.append(day)
    return days
