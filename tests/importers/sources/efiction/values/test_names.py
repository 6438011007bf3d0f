"""Names, titles, addresses and passwords of members, and what is wrong with them."""

import pytest

from storyhold.accounts.rules import name_key
from storyhold.importers.sources.efiction.values.names import Given, PenNames, address_of
from storyhold.importers.sources.efiction.values.passwords import NO_PASSWORD, stored_password
from storyhold.importers.sources.efiction.values.titles import title_of


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        (r"Captain\'s \"Log\"", 'Captain\'s "Log"'),
        ("  Don&#8217;t &amp; <i>Do</i> ", "Don’t & Do"),
        ("AT&T &lt;3 you", "AT&T <3 you"),
        ("I <3 you<br />\nreally", "I <3 you really"),
        ("Тень\u200b &#1087;", "Тень п"),
        ("<b></b>", ""),
    ],
)
def test_a_title_is_what_a_reader_saw(stored, seen):
    assert title_of(stored) == seen


def test_pen_names_are_kept_however_strange():
    names = PenNames(name_key, set())

    assert names.give("~*Ada*~ (aka ß)", number=2) == Given("~*Ada*~ (aka ß)", "")
    assert names.give("x" * 200, number=3) == Given("x" * 200, "")
    assert names.give("O&#39;Neil ", number=4) == Given("O'Neil", "cleaned")


def test_of_two_names_that_look_the_same_the_later_gets_a_number():
    names = PenNames(name_key, {name_key("Mo")})

    assert names.give("Ada", number=1) == Given("Ada", "")
    assert names.give("ADA", number=2) == Given("ADA (2)", "taken")
    assert names.give("ada ", number=3) == Given("ada (3)", "taken")
    assert names.give("Mo", number=4) == Given("Mo (2)", "taken")


def test_a_member_without_a_name_gets_one():
    assert PenNames(name_key, set()).give(" <b>", number=7) == Given("Member 7", "missing")


def test_names_that_are_too_long_are_shortened_and_still_differ():
    names = PenNames(name_key, set())

    assert names.give("y" * 300, number=1) == Given("y" * 200, "shortened")
    assert names.give("y" * 300, number=2) == Given("y" * 192 + " (2)", "taken")


@pytest.mark.parametrize(
    ("stored", "address"),
    [
        (" ada@old.example.org ", "ada@old.example.org"),
        ("mailto:ada@old.example", "ada@old.example"),
        ("ada@old.example, ben@old.example", "ada@old.example"),
        ("Ada <ada@old.example>", "ada@old.example"),
        ("ada at old.example", ""),
        ("ada@localhost", ""),
        ("a..b@old.example", ""),
        ("", ""),
    ],
)
def test_the_first_address_in_a_value_counts(stored, address):
    assert address_of(stored) == address


MD5 = b"5f4dcc3b5aa765d61d8327deb882cf99"
MD5_OF_NOTHING = b"d41d8cd98f00b204e9800998ecf8427e"
BCRYPT = b"$2y$12$" + b"a" * 53


def test_two_kinds_of_digests_are_passwords():
    assert stored_password(MD5)[:2] == ("md5", MD5.decode())
    assert stored_password(BCRYPT)[:2] == ("bcrypt", BCRYPT.decode())
    assert stored_password(MD5.upper()) == ("md5", MD5.decode(), True)


@pytest.mark.parametrize(
    "raw",
    [None, b"", b"0", b"0e1", MD5[:-1], MD5 + b"0", b"$2y$12$a", b"\xff" * 32, MD5_OF_NOTHING],
)
def test_nothing_else_is_a_password_least_of_all_that_of_nothing(raw):
    assert stored_password(raw) == NO_PASSWORD
