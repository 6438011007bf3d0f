"""Moments for what has none: nobody knows when, but numbers were given one after the other."""

from datetime import datetime

from django.utils.timezone import now

from storyhold.importers.sources.efiction.old_row import OldRow


class Dates:
    """Gives every row of a table, read by its numbers, a moment; a guess where there is none."""

    def __init__(self, column: str) -> None:
        self._column = column
        self._last: datetime | None = None

    def of(self, row: OldRow) -> datetime:
        """Return the row's moment, or that of the row before it."""
        moment = row.date(self._column)
        if moment is None:
            moment = self._last or now()
            row.say("day is not known", self._column, guess=f"{moment:%Y-%m-%d}")
        self._last = moment
        return moment
