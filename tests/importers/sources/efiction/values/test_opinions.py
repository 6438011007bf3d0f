"""A rating is what the old site's system meant by its number."""

import pytest

from storyhold.importers.sources.efiction.values.opinions import is_mixed, is_outside, rating_of

NONE, STARS, LIKES, HEARTS = range(4)


@pytest.mark.parametrize(
    ("stored", "system", "ours"),
    [
        *((-1, system, None) for system in range(4)),
        (1, STARS, 1),
        (10, STARS, 10),
        (0, STARS, None),
        (11, STARS, None),
        (1, LIKES, 10),
        (0, LIKES, 1),
        (7, LIKES, None),
        (0, HEARTS, 10),
        (5, HEARTS, 10),
        (5, NONE, None),
    ],
)
def test_what_a_number_says(stored, system, ours):
    assert rating_of(stored, system) == ours


def test_numbers_that_the_system_does_not_know_are_told():
    assert is_outside(7, LIKES)
    assert is_outside(11, STARS)
    assert is_outside(5, NONE)
    assert not any(is_outside(-1, system) for system in range(4))
    assert not is_outside(0, STARS)
    assert not is_outside(0, LIKES)


def test_a_site_that_changed_its_system_is_noticed():
    assert is_mixed({1: 30, 0: 4, 8: 2}, LIKES)
    assert is_mixed({1: 90, 0: 40, -1: 9}, STARS)
    assert not is_mixed({1: 30, 0: 4, -1: 2}, LIKES)
    assert not is_mixed({1: 4, 8: 20, 10: 30}, STARS)
    assert not is_mixed({1: 2}, STARS)
