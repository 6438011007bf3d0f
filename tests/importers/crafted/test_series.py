"""Series: their order is mended, circles are cut, and what was suggested still waits."""

import pytest

from storyhold.importers.models import Untouched
from storyhold.series.models import Series, SeriesItem
from tests.importers.crafted.rows import entry, small
from tests.importers.dumps import series

pytestmark = pytest.mark.once


def held_by(number):
    rows = SeriesItem.objects.filter(series=number).order_by("position")
    return list(rows.values_list("position", "story", "sub_series"))


def sub(seriesid, subseriesid, **more):
    return entry(seriesid, 0, **{"subseriesid": subseriesid, "confirmed": 0} | more)


def test_sub_series_are_confirmed_and_gaps_are_closed(arrive):
    arrive(
        small(
            series=[series(1, 2), series(2, 2)],
            inseries=[entry(1, 2, inorder=19), sub(1, 2, inorder=1), entry(1, 1, inorder=19)],
        )
    )

    assert held_by(1) == [(1, None, 2), (2, 1, None), (3, 2, None)]
    assert not SeriesItem.objects.filter(accepted_at=None).exists()


def test_circles_are_cut_and_told_of(arrive):
    arrived = arrive(
        small(
            series=[series(number, 2) for number in (1, 2, 3)],
            inseries=[sub(1, 2), sub(2, 3), sub(3, 1), sub(2, 2, inorder=2)],
        )
    )

    assert (held_by(1), held_by(2), held_by(3)) == ([(1, None, 2)], [(1, None, 3)], [])
    assert arrived.numbers("series held itself") == ["2:0:2", "3:0:1"]
    assert set(Untouched.objects.filter(table="inseries").values_list("number", flat=True)) == {
        "2:0:2", "3:0:1",
    }  # fmt: skip


def test_titles_and_summaries_lose_what_saving_them_twice_has_left(arrive):
    twice = r"Ada\'s \"Tides\"\r\nNew line\\r\\nAnd another"

    arrive(small(series=[series(1, 2, title=r"Ada\'s \"Tides\"", summary=twice)]))

    kept = Series.objects.get(pk=1)
    assert kept.title == 'Ada\'s "Tides"'
    assert kept.summary_html == '<p>Ada\'s "Tides"<br>New line<br>And another</p>'


def test_the_slip_of_a_module_is_no_challenge(arrive):
    arrived = arrive(small(series=[series(1, 2, challenges="Array,4")]))

    assert arrived.numbers("list held a slip") == ["1"]
    assert arrived.numbers("challenge is gone") == ["4"]


def test_a_suggestion_waits_where_an_owner_moderates_and_nowhere_else(arrive):
    arrived = arrive(
        small(
            stats=[{"sitekey": "lantern"}],
            series=[series(1, 2, isopen=1), series(2, 2, isopen=2), series(3, 2, isopen=0)],
            inseries=[entry(number, 2, confirmed=0) for number in (1, 2, 3)],
        )
    )

    waits = SeriesItem.objects.filter(accepted_at=None).values_list("series", flat=True)
    assert list(waits) == [1]
    assert arrived.numbers("entry of a series waits") == ["1:2:0"]
    assert arrived.numbers("entry of a series was unconfirmed") == ["2:2:0", "3:2:0"]
    assert [each.mode for each in Series.objects.order_by("pk")] == ["moderated", "open", "closed"]


def test_entries_that_lead_nowhere_are_kept_aside(arrive):
    arrived = arrive(small(inseries=[entry(1, 1), entry(1, 77), entry(9, 1), sub(1, 8)]))

    assert held_by(1) == [(1, 1, None)]
    assert sorted(arrived.numbers("entry leads to what is gone")) == ["1:0:8", "1:77:0"]
    assert arrived.numbers("entry of a series that is gone") == ["9:1:0"]
