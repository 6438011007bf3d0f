"""The words our templates know."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator

from storyhold.web.parts.templatetags import by_the_hundred, numbers, parts


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (260, 1), (2_600, 10), (48_211, 185)]
)
def test_reading_takes_at_least_a_minute(words, minutes):
    assert numbers.reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (10, "1 minute"),
        (2_600, "10 minutes"),
        (15_600, "1 hour"),
        (23_400, "1½ hours"),
        (48_211, "3 hours"),
    ],
)
def test_reading_time_is_said_as_people_say_it(words, said):
    assert numbers.reading_time(words) == said


@pytest.mark.parametrize(
    ("rating", "drawn", "said"),
    [
        (0, "empty empty empty empty empty", "0 stars"),
        (1, "half empty empty empty empty", "Half a star"),
        (2, "full empty empty empty empty", "1 star"),
        (8.7, "full full full full half", "4½ stars"),
        (8.5, "full full full full half", "4½ stars"),
        (10, "full full full full full", "5 stars"),
        (11, "full full full full full", "5 stars"),
    ],
)
def test_ten_points_are_five_stars_with_halves(rating, drawn, said):
    assert numbers.half_stars(rating) == drawn.split()
    assert numbers.stars_in_words(rating) == said


@pytest.mark.parametrize(
    ("number", "short"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1k"),
        (1_250, "1.2k"),
        (9_999, "9.9k"),
        (12_410, "12k"),
        (999_999, "999k"),
        (1_000_000, "1M"),
        (4_650_000, "4.6M"),
    ],
)
def test_large_numbers_are_cut_never_rounded_up(number, short):
    assert numbers.compact_number(number) == short


def test_thousands_are_set_apart():
    assert numbers.grouped(48211) == "48,211"


def test_what_is_counted_is_named():
    three = SimpleNamespace(chapter_count=3, is_complete=False)

    assert numbers.words(1) == "1 word"
    assert numbers.words(48211) == "48,211 words"
    assert numbers.reviews(1) == "1 review"
    assert numbers.reads(12_410) == "12k reads"
    assert numbers.chapters(three) == "3/? chapters"


def test_a_day_is_told_to_people_and_to_programs():
    evening = datetime(2026, 5, 3, 20, 15, tzinfo=UTC)

    assert (
        by_the_hundred.day(evening)
        == '<time datetime="2026-05-03T20:15:00+00:00">3 May 2026</time>'
    )
    assert ">12 October 2026<" in by_the_hundred.day(datetime(2026, 10, 12, tzinfo=UTC), "j F Y")


def test_a_language_goes_by_its_own_name():
    assert parts.language_name("cy") == "Cymraeg"
    assert parts.language_name("tlh") == "tlh"


@pytest.mark.parametrize(("complete", "said"), [(True, "3/3"), (False, "3/?")])
def test_a_story_in_progress_does_not_say_how_long_it_will_be(complete, said):
    assert numbers.chapters_of(SimpleNamespace(chapter_count=3, is_complete=complete)) == said


def test_an_update_on_the_day_of_publication_is_no_news():
    morning, evening = datetime(2026, 5, 3, 8, tzinfo=UTC), datetime(2026, 5, 3, 20, tzinfo=UTC)

    assert not parts.is_later_than(evening, morning)
    assert parts.is_later_than(datetime(2026, 5, 4, tzinfo=UTC), morning)
    assert not parts.is_later_than(None, morning)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, [1, 2, None, 9]),
        (3, [1, 2, 3, 4, None, 9]),
        (4, [1, 2, 3, 4, 5, None, 9]),
        (5, [1, None, 4, 5, 6, None, 9]),
        (9, [1, None, 8, 9]),
    ],
)
def test_a_pager_leaves_no_gap_of_a_single_page(number, shown):
    page = Paginator(range(90), 10).page(number)

    assert parts.page_numbers(page) == shown


def test_an_address_we_do_not_have_is_empty():
    assert parts.address("no-such-room:page") == ""
    assert parts.address("look") == "/look/"
