"""Dates in every form that eFiction's columns held, as moments in UTC."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

Assumed = Literal["zone", "backup", "partial", "unreadable", "future", "clock change"]

_LOCAL = re.compile(
    rb"\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?"
)
_TIMESTAMP = re.compile(rb"\s*([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})\s*$")
_UNIX = re.compile(rb"\s*([0-9]{1,10})(?:\.[0-9]*)?\s*$")
_A_DAY = timedelta(days=1)


class OldDate(NamedTuple):
    """A moment, or None where none is known, and what had to be assumed about it.

    `zone`: local time of the old server, read in the zone that was given. `backup`: another
    column of the row held it. `partial`: only the year or month is known. `future`: later than
    the dump can be. `clock change`: an hour that came twice, or never. `unreadable`: there is a
    value, but no date.
    """

    moment: datetime | None
    assumed: tuple[Assumed, ...] = ()


UNKNOWN = OldDate(None)


def read_date(
    raw: bytes | None,
    *,
    zone: tzinfo = UTC,
    now: datetime,
    backups: Sequence[bytes | None] = (),
) -> OldDate:
    """Return the moment that a value names.

    `backups` are the same row's `<column>_backup` and `<column>_tmp`, which count where the
    column itself is empty. `now` is the time of the dump or of today.
    """
    for place, value in enumerate((raw, *backups)):
        if value is None or not value.strip(b" 0:-"):
            continue
        date = _read(value, zone)
        notes = (*_from_elsewhere(place), *date.assumed, *_from_future(date.moment, now))
        return OldDate(date.moment, notes)
    return UNKNOWN


def _from_elsewhere(place: int) -> Iterator[Assumed]:
    if place:
        yield "backup"


def _from_future(moment: datetime | None, now: datetime) -> Iterator[Assumed]:
    if moment and moment > now + _A_DAY:
        yield "future"


def _read(raw: bytes, zone: tzinfo) -> OldDate:
    if unix := _UNIX.match(raw):
        return OldDate(datetime.fromtimestamp(int(unix[1]), UTC))
    if local := _LOCAL.match(raw) or _TIMESTAMP.match(raw):
        return _of_local_time([int(part or 0) for part in local.groups()], zone)
    return OldDate(None, ("unreadable",))


def _of_local_time(parts: list[int], zone: tzinfo) -> OldDate:
    year, month, day, hour, minute, second = parts
    notes: list[Assumed] = ["zone"]
    if not (month and day):
        # At noon, so that it is the same day, month and year wherever one reads it.
        notes, month, day, hour = ["partial"], month or 1, day or 1, 12
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return OldDate(None, ("unreadable",))
    if local.replace(fold=1).utcoffset() != local.utcoffset():
        notes.append("clock change")
    return OldDate(moment, tuple(notes))
