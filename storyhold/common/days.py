"""Days, as the archive counts them: in UTC."""

from datetime import UTC, date, datetime, time


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins."""
    return datetime.combine(day, time(), tzinfo=UTC)
