"""Dates of every form, in one column or mixed, become moments; what was assumed is told."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from storyhold.reviews.models import Review
from storyhold.stories.models import Story
from tests.importers.crafted.rows import small
from tests.importers.dumps import review, story

# The steps meet the database in the other files; here it has no part.
pytestmark = pytest.mark.once

MAY = datetime(2006, 5, 1, 10, 20, 30, tzinfo=UTC)

# The row's columns, the moment, and what is said.
DATES = {
    "Unix": ({"date": int(MAY.timestamp())}, MAY, None),
    "DATETIME": ({"date": "2006-05-01 10:20:30"}, MAY, None),
    "old TIMESTAMP": ({"date": "20060501102030"}, MAY, None),
    "kept by an upgrade": (
        {"date": 0, "date_backup": "2006-05-01 10:20:30"}, MAY, "date came from a backup",
    ),
    "half of an upgrade": ({"date": "0", "date_tmp": str(int(MAY.timestamp()))}, MAY, None),
    "only a year": (
        {"date": "2006-00-00 00:00:00"}, datetime(2006, 1, 1, 12, tzinfo=UTC), "date in part",
    ),
    "zero": ({"date": "0000-00-00 00:00:00", "updated": int(MAY.timestamp())}, MAY,
             "day of a story is a guess"),
    "in the future": ({"date": 4_000_000_000}, datetime.fromtimestamp(4_000_000_000, UTC),
                      "date in the future"),
    "no date": ({"date": "yesterday", "updated": int(MAY.timestamp())}, MAY, "date unreadable"),
}  # fmt: skip


def test_the_forms_of_dates_may_be_mixed_in_a_column(arrive):
    rows = [
        {"date_backup": None, "date_tmp": None} | story(number, 2, **columns)
        for number, (columns, *_rest) in enumerate(DATES.values(), start=1)
    ]

    arrived = arrive(small(stories=rows, chapters=[], inseries=[]))

    published = dict(Story.objects.values_list("pk", "published_at"))
    for number, (name, (_columns, moment, topic)) in enumerate(DATES.items(), start=1):
        assert published[number] == moment, name
        assert topic is None or str(number) in arrived.numbers(topic), name
    assert len(arrived.numbers("dates had no zone")) == 1


def test_local_dates_are_read_in_the_zone_that_was_given(arrive):
    row = story(1, 2, date="2006-07-01 12:00:00", updated="2006-10-29 02:30:00")

    arrived = arrive(small(stories=[row, story(2, 1)]), zone=ZoneInfo("Europe/Berlin"))

    assert Story.objects.get(pk=1).published_at == datetime(2006, 7, 1, 10, tzinfo=UTC)
    assert arrived.numbers("date in the hour of a clock change") == ["1"]
    assert "Europe/Berlin" in arrived.sentences("dates had no zone")


def test_a_review_of_an_unknown_day_stands_with_the_one_before_it(arrive):
    arrive(
        small(
            reviews=[
                review(1, 1, date=int(MAY.timestamp())),
                review(2, 1, date="0000-00-00 00:00:00"),
                review(3, 1, date=None),
            ]
        )
    )

    assert set(Review.objects.values_list("created_at", flat=True)) == {MAY}
