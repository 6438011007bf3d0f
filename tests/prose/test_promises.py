"""What holds for every text, however nasty."""

import re
import unicodedata
from html import unescape
from time import process_time

import pytest
from hypothesis import given, settings
from selectolax.lexbor import LexborHTMLParser

from storyhold.prose.allow_list import gated, gated_by_nh3
from storyhold.prose.builder import read_html
from storyhold.prose.canonical import canonical_html, read, short_html
from storyhold.prose.characters import BIDI_CONTROLS, cleaned, nfc, visible
from storyhold.prose.compare import compare
from storyhold.prose.document import letters_of
from storyhold.prose.excerpt import excerpt
from storyhold.prose.fingerprint import canonical_text_sha256, chapter_text_sha256
from storyhold.prose.limits import MAX_MARKS, MAX_NESTING
from storyhold.prose.one_line import one_line
from storyhold.prose.plain import read_plain
from storyhold.prose.plain_text import plain_text
from storyhold.prose.serialize import html_of
from storyhold.prose.shape import blocks_of
from tests.prose.nasty import ADDRESSES, ADVERSARIES, soups, typed
from tests.prose.safety import faults

CONTROLS = re.compile(f"[{BIDI_CONTROLS}]")


def letters(html):
    return nfc(visible("".join(letters_of(read_html(html)))))


@settings(deadline=None, max_examples=300)
@given(soups)
def test_canonical_html_is_a_fixed_point(source):
    html = canonical_html(source, format="html")

    assert canonical_html(html, format="html") == html


@settings(deadline=None, max_examples=300)
@given(soups)
def test_no_visible_letter_of_html_is_lost(source):
    html = canonical_html(source, format="html")

    assert letters(html) == letters(source)
    if not CONTROLS.search(unescape(source)):
        assert chapter_text_sha256(html) == chapter_text_sha256(source)


@settings(deadline=None, max_examples=300)
@given(soups, typed)
def test_the_gate_finds_nothing_to_remove(source, text):
    trees = [read_html(source), read_html(source, images=False), read_plain(text)]
    written = [html_of(blocks_of(tree), numbered=True) for tree in trees]

    assert [gated(html) for html in written] == written


@settings(deadline=None, max_examples=150)
@given(soups, typed)
def test_nh3_agrees_with_what_passes_the_gate_at_a_glance(source, text):
    for html in (canonical_html(source, format="html"), canonical_html(text, format="plain")):
        assert gated_by_nh3(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<em onclick=x>y</em>",
        '<em id="p1">y</em>',
        '<p id="p1" onclick=x>y</p>',
        '<p id="p1"/onclick=x>y</p>',
        '<hr class="scene-break" data-symbols="*" onclick="x">',
        "<P\nonclick=x>y</P>",
        "<!-- y -->",
    ],
)
def test_nothing_off_the_list_passes_the_gate_at_a_glance(html):
    assert gated(html) == gated_by_nh3(html) != html


@settings(deadline=None, max_examples=150)
@given(soups)
def test_canonical_html_has_one_fingerprint_with_a_tree_or_without(source):
    html = canonical_html(source, format="html")

    assert canonical_text_sha256(html) == chapter_text_sha256(html)


DEEPEST = "<blockquote>" * MAX_NESTING + "<em><strong>" * (MAX_MARKS // 2) + "x"


@pytest.mark.parametrize("piece", ["a&amp;b ", "a\xa0", "&lt;", "<br>a", "<p>a", DEEPEST])
def test_the_gate_takes_time_linear_in_what_we_write(piece):
    def seconds(letters):
        html = html_of(blocks_of(read_html(piece * (letters // len(piece)))), numbered=True)
        began = process_time()
        gated(html)
        return process_time() - began

    # Were it quadratic, eight times the length would take sixty-four times as long.
    assert min(seconds(400_000) for _ in range(2)) < 24 * max(seconds(50_000), 0.002)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_the_gate_would_remove_is_never_written(address):
    html = canonical_html(f'<a href="{address}">x</a><img src="{address}" alt=y>', format="html")

    assert html.count("<a") == html.count("href=")
    assert canonical_html(html, format="html") == html


@settings(deadline=None, max_examples=300)
@given(soups)
def test_canonical_html_is_safe(source):
    html = canonical_html(source, format="html")

    assert faults(html) == []
    assert unicodedata.is_normalized("NFC", html)


@settings(deadline=None, max_examples=300)
@given(typed)
def test_no_letter_of_plain_text_is_lost(source):
    html = canonical_html(source, format="plain")

    kept = iter(visible(plain_text(html)))
    letters = re.sub("[*_]", "", visible(nfc(cleaned(source))))
    assert all(letter in kept for letter in letters)
    assert canonical_html(html, format="html") == html
    assert faults(html) == []


@settings(deadline=None, max_examples=150)
@given(soups)
def test_short_html_is_a_fixed_point_and_safe(source):
    html = short_html(source, format="html")

    assert short_html(html, format="html") == html
    assert faults(html) == []
    assert not re.search(r"<(img|table|td|h\d)|<[^>]* id=", html)


@settings(deadline=None, max_examples=150)
@given(soups, soups)
def test_every_reader_takes_every_text(old, new):
    before, after = read(old, format="html"), read(new, format="plain")

    assert before.words >= 0
    assert len(excerpt(before.html, letters=40)) >= 0
    assert one_line(one_line(old)) == one_line(old)
    assert compare(before.html, before.html) == [
        change for change in compare(before.html, before.html) if change.kind == "same"
    ]
    assert compare(before.html, after.html) is not None


@pytest.mark.parametrize("name", ADVERSARIES)
def test_an_adversary_is_read_like_any_other_text(name):
    kind, source = ADVERSARIES[name]

    html = canonical_html(source, format=kind)

    assert canonical_html(html, format="html") == html
    assert faults(html) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>a <i>b<p>c</i> d",
        "<table>One<tr><td>two</td>three</tr><p>four</table>five",
        "<b><p>x</b>y</p><a><table><tr><td>z",
        "<ul><li>a<li>b<ul><li>c</ul>d</ul>e",
        "<i>a<blockquote>b</i>c<!-- d --></blockquote>e</p>f",
        "x<!-->y<!--->z<!bogus>w</>v<?php ?>u< t<3 s",
        "<p title='a>b'>c</p title='>'>d<p/>e<br/ >f",
    ],
)
def test_text_stands_where_a_browser_puts_it(source):
    browser = LexborHTMLParser(f"<!doctype html><body>{source}").body

    assert browser is not None
    assert visible(browser.text()) == visible(plain_text(canonical_html(source, format="html")))
