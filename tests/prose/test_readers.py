import hashlib

import pytest

from storyhold.prose.canonical import canonical_html, read
from storyhold.prose.direction import direction_of
from storyhold.prose.excerpt import excerpt
from storyhold.prose.fingerprint import chapter_text_sha256
from storyhold.prose.numbering import with_prefix
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text


def test_plain_text_has_blank_lines_and_symbols():
    html = canonical_html(
        "<p>One <i>two</i><hr><p>Three<br>four<p>~*~<p>&lt;five&gt;", format="html"
    )

    assert plain_text(html) == "One two\n\n* * *\n\nThree\nfour\n\n~*~\n\n<five>"


def test_plain_text_of_a_table_and_a_list_is_their_paragraphs():
    html = canonical_html("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", format="html")

    assert plain_text(html) == "a\n\nb\n\nc\n\nd"


def test_an_excerpt_ends_at_a_word():
    html = canonical_html("The tide is low,\n\n***\n\nand the lamp is lit.", format="plain")

    assert excerpt(html) == "The tide is low, and the lamp is lit."
    assert excerpt(html, letters=20) == "The tide is low…"
    assert len(excerpt(html, letters=20)) <= 20


def test_an_excerpt_cuts_between_letters_where_there_are_no_spaces():
    html = canonical_html("彼女は静かに頷いた。" * 10, format="plain")

    assert excerpt(html, letters=6) == "彼女は静か…"


def test_an_excerpt_never_cuts_a_letter_in_two():
    html = canonical_html("👩\u200d👩\u200d👧👩\u200d👩\u200d👧", format="plain")

    assert excerpt(html, letters=8) == "👩\u200d👩\u200d👧…"


def test_the_fingerprint_is_of_visible_letters_alone():
    expected = hashlib.sha256("Café,shesaid.~*~".encode()).hexdigest()

    assert chapter_text_sha256("<p>Caf&eacute;, <i>she</i> said.<p>~*~") == expected
    assert (
        chapter_text_sha256("Cafe\u0301,\u00a0she\u200b<br>sa\u00adid.<script>x</script>~*~")
        == expected
    )


def test_a_text_is_read_once_with_its_facts():
    prose = read("One two.\n\n***\n\nThree.", format="plain")

    assert prose.words == 3
    assert prose.paragraphs == 2
    assert prose.fingerprint == chapter_text_sha256("One two. *** Three.")
    assert prose.html.count("\n") == 2


def test_numbers_get_a_prefix_only_in_tags():
    html = canonical_html(
        '<p>One &lt;p id="p1"&gt;<li>id="p2"<img src="/x" alt=\'<p id="p1">\'>', format="html"
    )

    prefixed = with_prefix(html, "c7-")

    assert prefixed.startswith('<p id="c7-p1">One &lt;p id="p1"&gt;</p>\n<p id="c7-p2">id="p2"')
    assert prefixed.count("c7-") == 2


@pytest.mark.parametrize("prefix", ["", '"><script>', "1", "a b"])
def test_a_prefix_is_a_name(prefix):
    with pytest.raises(ValueError, match="paragraph"):
        with_prefix("<p>x</p>", prefix)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("  Low \n\t Water ", "Low Water"),
        ("Cafe\u0301", "Café"),
        ("\u202eretaW woL\u202c", "retaW woL"),
        ("Lo\u200bw\x00 Wa\u00adter\ufeff", "Low Water"),
        ("A\u200dd\u200ba", "Ada"),
        ("\u200d\u200d", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u3164", ""),
        ("a\ud800b", "ab"),
    ],
)
def test_a_title_is_one_clean_line(typed, title):
    assert one_line(typed) == title


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Low Water", "ltr"), ("… שלום Ada", "rtl"), ("“مرحبا”", "rtl"), ("123", "ltr"), ("", "ltr")],
)
def test_the_first_letter_says_the_direction(text, direction):
    assert direction_of(text) == direction
