"""Dates of every version of eFiction are moments, and what was assumed about them is told."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from storyhold.importers.sources.efiction.values.dates import UNKNOWN, OldDate, read_date

NOW = datetime(2026, 11, 24, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def read(raw: bytes | None, *backups: bytes | None) -> OldDate:
    return read_date(raw, zone=BERLIN, now=NOW, backups=backups)


def test_seconds_need_no_zone():
    assert read(b"1089215125") == OldDate(datetime(2004, 7, 7, 15, 45, 25, tzinfo=UTC))


@pytest.mark.parametrize("raw", [b"2006-07-04 12:30:00", b"20060704123000", b"2006-7-4 12:30"])
def test_local_times_are_read_in_the_zone_of_the_old_server_with_its_summer_time(raw):
    assert read(raw) == OldDate(datetime(2006, 7, 4, 10, 30, tzinfo=UTC), ("zone",))


@pytest.mark.parametrize("raw", [None, b"", b"0", b" ", b"0000-00-00 00:00:00", b"00000000000000"])
def test_zero_is_unknown(raw):
    assert read(raw) == UNKNOWN


def test_a_column_that_was_blanked_is_read_from_what_the_update_left_beside_it():
    date = read(b"0", None, b"2006-07-04 12:30:00")

    assert date == OldDate(datetime(2006, 7, 4, 10, 30, tzinfo=UTC), ("backup", "zone"))
    assert read(b"1089215125", b"2006-07-04 12:30:00").assumed == ()


def test_a_date_without_day_or_month_is_the_first_one_and_marked():
    assert read(b"2006-00-00") == OldDate(datetime(2006, 1, 1, 11, tzinfo=UTC), ("partial",))
    assert read(b"2006-05-00 00:00:00").moment == datetime(2006, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("raw", [b"yesterday", b"2006-13-41 10:00:00", b"12345678901", b"\xff\0"])
def test_what_is_no_date_is_unreadable(raw):
    assert read(raw) == OldDate(None, ("unreadable",))


def test_the_future_is_kept_and_marked():
    assert read(b"4294967295").assumed == ("future",)


def test_hours_that_came_twice_or_never_are_marked():
    assert read(b"2006-10-29 02:30:00").assumed == ("zone", "clock change")
    assert read(b"2006-03-26 02:30:00").assumed == ("zone", "clock change")
