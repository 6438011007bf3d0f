"""What each field held becomes the HTML that its page showed."""

import pytest

from storyhold.importers.sources.efiction.values.sources import source_of
from storyhold.prose.canonical import canonical_html
from storyhold.prose.fingerprint import chapter_text_sha256

WRECKED = "<p>r0;Hm r12; don&frac12;r17;t,r1; k8;k2;</p>"
CHAPTERS = [
    "Plain\r\ntext\r\n\r\nwith *stars* and C:\\dir o_\\ \\o/ isn't it",
    "<P>One\ntwo</P><P>three &amp; &#8217;four&#146;",
    r"He wrote \'quote\' and 'quotes' and \"more\" of \n them",
    '<p class="MsoNormal" style="mso-x:1">Word<o:p></o:p> <i>soup',
    "<script>alert(1)</script><p onclick=x>a < b && c",
    WRECKED,
    "A face: o_\\' and nothing else",
    "r1; is a river &frac12; wide; r12; is not",
    "日本語の\n文章\u3000です。<br/>\u202bעברית\u202c",
    "<a href='nojavascript...x'>click</a>",
]


@pytest.mark.parametrize("stored", CHAPTERS)
@pytest.mark.parametrize("is_from_1_1", [False, True])
def test_a_chapter_keeps_every_visible_letter(stored, is_from_1_1):
    source = source_of(stored, "chapter", is_from_1_1=is_from_1_1)

    canonical = canonical_html(source.html, format="html")
    assert chapter_text_sha256(canonical) == chapter_text_sha256(stored)
    assert not source.is_mended


def test_a_chapter_whose_quotes_are_all_escaped_was_escaped_by_the_program():
    source = source_of(r"\"Don\'t,\" she said.\r\n\"No.\"", "chapter")

    assert source.html == '"Don\'t," she said.<br>\n"No."'
    assert source.mended == {"line ends": 1, "slashes": 5}


def test_summaries_lose_backslashes_before_quotes():
    source = source_of(r"Don\'t look 'now'", "short")

    assert source.html == "Don't look 'now'"
    assert source.mended == {"slashes": 1}


def test_series_lose_what_escaping_twice_left():
    assert source_of(r"One\'s\r\ntwo\n", "series").html == "One's<br>\ntwo"


def test_biographies_always_keep_their_lines():
    assert source_of("<p>One\ntwo", "lines").html == "<p>One<br>\ntwo"
    assert source_of("<p>One\ntwo", "short").html == "<p>One\ntwo"


REFERENCES = {"r0;": 1, "r12;": 1, "r17;": 1, "r1;": 1, "k8;": 1, "k2;": 1}


def test_wrecked_references_are_mended_where_several_stand_in_one_text():
    source = source_of(WRECKED, "short")

    assert source.html == "<p>“Hm — don&frac12;’t,” жа</p>"
    assert source.mended == REFERENCES
    assert source.is_mended


def test_in_chapters_mending_them_is_offered_and_done_when_it_is_wanted():
    left, mended = source_of(WRECKED, "chapter"), source_of(WRECKED, "chapter", mends_chapters=True)

    assert (left.html, left.offered, left.is_mended) == (WRECKED, REFERENCES, False)
    assert mended.html == source_of(WRECKED, "short").html
    assert mended.offered == {}


def test_what_looks_like_one_in_a_tag_or_once_alone_is_left():
    text = '<p style="a:r0;r1;r12;">r1; and r1; and r1;'

    assert source_of(text, "chapter").html == text


def test_addresses_that_the_filter_made_harmless_are_counted():
    assert source_of("<a href='nojavascript...x'>a</a>", "short").mended == {"filtered scripts": 1}
