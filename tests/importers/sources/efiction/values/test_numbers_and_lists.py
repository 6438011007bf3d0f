"""Numbers, flags and lists, as loosely as eFiction wrote them."""

import pytest

from storyhold.importers.sources.efiction.values.lists import (
    is_full,
    names_in,
    names_of,
    numbers,
    parts,
)
from storyhold.importers.sources.efiction.values.numbers import is_on, number


@pytest.mark.parametrize(
    ("raw", "value"),
    [(b"12", 12), (b" -1 ", -1), (b"3.0", 3), (b"", 0), (None, 0), (b"None", 0), (b"9" * 40, 0)],
)
def test_a_number_is_what_a_value_begins_with(raw, value):
    assert number(raw) == value


def test_a_flag_is_off_when_it_is_empty():
    assert is_on(b"1")
    assert is_on(b"2")
    assert not any(is_on(raw) for raw in (None, b"", b"0", b" "))


def test_a_list_has_each_entry_once_and_no_zeros():
    assert numbers("3, 5,,0,-1,3,12") == (3, 5, 12)
    assert parts(" ,Array,1,0") == ("1",)
    assert numbers("") == ()


def test_names_among_numbers_are_told_apart():
    assert names_of("3,Angst, Humor,-1") == ("Angst", "Humor")
    assert numbers("3,Angst") == (3,)


def test_the_longest_known_name_is_found_where_names_hold_commas():
    known = ["Young Adult (20-26 yrs), Male to Female", "Male to Female", "Angst", "Q & A"]

    found = names_in("young adult (20-26 yrs),Male to Female,angst , Fluff,0,Q &amp; A", known)

    assert found.known == ("Young Adult (20-26 yrs), Male to Female", "Angst", "Q & A")
    assert found.unknown == ("Fluff",)


def test_a_list_that_fills_its_column_was_cut():
    assert is_full("1," * 125)
    assert not is_full("1,2")


def test_numbers_that_no_column_holds_are_none():
    assert numbers("7," + "9" * 5_000 + "," + "9" * 19) == (7,)
