"""Decisions about leaving, on plain values."""

from datetime import datetime, timedelta

GRACE = timedelta(days=14)  # between asking to leave and having left


def leaves_at(asked_at: datetime) -> datetime:
    """Return when an account that was asked to go at `asked_at` goes."""
    return asked_at + GRACE
