"""Line ends become breaks where the old page showed them, backslashes go where they were added."""

import textwrap

import pytest

from storyhold.importers.sources.efiction.values.breaks import with_breaks
from storyhold.importers.sources.efiction.values.slashes import with_line_ends, without_slashes
from storyhold.prose.canonical import short_html


def shown(text: str, **kind: bool) -> str:
    return short_html(with_breaks(text, **kind), format="html")


def test_a_plain_text_keeps_its_lines():
    assert shown("One\r\ntwo\r\n\r\n<i>Three\n") == ("<p>One<br>two</p>\n<p><em>Three</em></p>")


@pytest.mark.parametrize("tag", ["<br>", "<br />", "<p>"])
def test_a_text_with_one_of_three_tags_shows_no_line_ends(tag):
    assert with_breaks(f"One\ntwo{tag}") == f"One\ntwo{tag}"


@pytest.mark.parametrize(
    "text", ["<P>One\ntwo</P>\n\n<P>Three", "<p class=a>One\ntwo</p>\n<p class=a>Three</p>"]
)
def test_other_tags_do_not_count_but_do_not_double_the_spacing(text):
    assert shown(text) == "<p>One<br>two</p>\n<p>Three</p>"


def test_breaks_that_end_a_line_are_not_shown_twice():
    assert shown("One<br/>\ntwo<BR>\nthree") == "<p>One<br>two<br>three</p>"


def test_lines_that_a_program_filled_are_no_lines():
    words = "the tide came in over the stones and nobody on the pier had seen it rise " * 4
    lines = "\n".join(textwrap.wrap(f"<p class=MsoNormal>{words}</p>", 75))

    assert with_breaks(f"{lines}\n{lines}") == f"{lines}\n{lines}"


def test_biographies_and_texts_of_1_1_always_keep_their_lines():
    assert shown("<p>One\ntwo\n\nthree", always=True) == "<p>One<br>two</p>\n<p>three</p>"


def test_line_ends_inside_tags_comments_and_preformatted_text_are_no_breaks():
    text = "<a\nhref='/x'>x</a> <!-- a\nb --><pre>1\n2</pre>"

    assert with_breaks(text) == text


def test_a_hundred_thousand_line_ends_take_no_time():
    assert with_breaks("a" + "\n " * 100_000 + "b").count("<br>") == 100_000


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (r"Captain\'s \"Log\"", 'Captain\'s "Log"'),
        (r"Don\\\'t", "Don't"),
        (r"C:\dir and o_\ isn't", r"C:\dir and o_\ isn't"),
        (r"isn\'t in C:\\dir", r"isn't in C:\dir"),
        (r"\o/ \\server\share", r"\o/ \\server\share"),
    ],
)
def test_backslashes_go_where_they_were_added(stored, meant):
    assert without_slashes(stored)[0] == meant


def test_places_are_counted():
    assert without_slashes(r"Captain\'s \"Log\"")[1] == 3
    assert without_slashes("plain")[1] == 0


def test_line_ends_that_were_escaped_twice_are_line_ends_again():
    assert with_line_ends(r"One\r\ntwo\\r\\nthree") == ("One\ntwo\nthree", 2)
    assert with_line_ends(r"One\ntwo", of_series=True) == ("One\ntwo", 1)
    assert with_line_ends(r"C:\new") == (r"C:\new", 0)


def test_an_endless_row_of_backslashes_is_looked_through_once():
    row = "\\" * 500_000

    assert without_slashes(row) == (row, 0)
    assert with_line_ends(row) == (row, 0)
