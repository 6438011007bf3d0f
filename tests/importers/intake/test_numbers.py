"""Old numbers stay where they are free."""

import pytest

from storyhold.importers.intake.numbers import Numbers
from storyhold.importers.intake.shelves import RealShelves
from storyhold.importers.models import Move, OldNumber
from tests.cast import make_story


def the_move():
    return Move.objects.get_or_create(site="old")[0]


@pytest.fixture
def shelves():
    return RealShelves()


@pytest.fixture
def numbers(shelves, db):
    return Numbers(the_move(), shelves.put)


def test_a_number_stays_where_it_is_free(numbers):
    assert numbers.give("story", 41) == 41
    assert numbers.new("story", 41) == 41


def test_a_number_that_is_taken_becomes_one_beyond_all_old_and_new_ones(numbers, ada):
    here = make_story(author=ada)
    numbers.expect("story", here.pk + 7)

    assert numbers.give("story", here.pk) == here.pk + 8
    assert numbers.give("story", here.pk + 7) == here.pk + 7


def test_things_that_lost_their_numbers_get_one_each(numbers, shelves):
    given = {numbers.give("story", 0) for _each in range(3)}
    shelves.fill()

    assert len(given) == 3
    assert set(OldNumber.objects.values_list("new", flat=True)) == given


def test_what_came_in_is_known_to_the_next_import(numbers, shelves):
    numbers.give("story", 3)
    numbers.miss("story", 4, name="Gone")
    shelves.fill()

    again = Numbers(the_move(), shelves.put)
    assert again.new("story", 3) == 3
    assert again.is_known("story", 4)
    assert again.new("story", 4) is None
    assert not again.is_known("story", 5)
    assert OldNumber.objects.get(old="4").name == "Gone"
