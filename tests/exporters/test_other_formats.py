"""HTML, plain text, Markdown and PDF of a book; no database."""

import re
from io import BytesIO

import pytest
from PIL import Image

from storyhold.exporters.book import Book, Picture
from storyhold.exporters.formats.html import writing as html
from storyhold.exporters.formats.lines import in_lines
from storyhold.exporters.formats.markdown import writing as markdown
from storyhold.exporters.formats.markdown.signs import MarkdownSigns
from storyhold.exporters.formats.pdf import writing as pdf
from storyhold.exporters.formats.text import writing as text
from storyhold.exporters.formats.text.writing import PlainSigns
from storyhold.exporters.press.asking import LettersHaveNoFace
from tests.exporters.books import MADE_AT, SITE, a_book, a_chapter, a_story

pytestmark = pytest.mark.once

PICTURE = "/pictures/0123456789abcdef01234567.webp"
# What is canonical, how it is typed as plain text, and as Markdown.
PAIRS = [
    (
        "<p><em>You <em>must</em> hear me.</em></p>",
        "*You *must* hear me.*",
        "*You _must_ hear me.*",
    ),
    ("<p>un<em>believ</em>able</p>", "un*believ*able", "un<em>believ</em>able"),
    ("<p><em>So </em>it is.</p>", "*So *it is.", "*So* it is."),
    ("<p>“<em>Go!</em>”</p>", "“*Go!*”", "“*Go!*”"),
    ("<p>5*3 &lt;b&gt; [x]</p>", "5*3 <b> [x]", "5\\*3 \\<b\\> \\[x\\]"),
    ("<p>a<br>1. b</p>", "a\n1. b", "a\\\n1\\. b"),
    ('<hr class="scene-break" data-symbols="~*~">', "~*~", "* * *"),
    ("<blockquote>\n<p>a<br>b</p>\n</blockquote>", "    a\n    b", "> a\\\n> b"),
    (
        "<ol>\n<li>one</li>\n<li>\n<p>two</p>\n<ul>\n<li>in</li>\n</ul>\n</li>\n</ol>",
        "1. one\n\n2. two\n\n   - in",
        "1. one\n\n2. two\n\n   - in",
    ),
    (
        "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>",
        "漢(かん)",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
    ),
    ('<p><a href="/stories/2/">x</a></p>', "x", f"[x](<{SITE}/stories/2/>)"),
    ('<p><img src="a.gif" alt="A cat"></p>', "[A cat]", f"![A cat](<{SITE}/stories/1/a.gif>)"),
    ("<table>\n<tr>\n<td>a<br>b</td>\n<td></td>\n<td>c</td>\n</tr>\n</table>",)
    + ("a b |  | c",) * 2,
]


@pytest.mark.parametrize(("canonical", "typed", "marked"), PAIRS)
def test_texts_keep_their_meaning_in_signs(canonical: str, typed: str, marked: str) -> None:
    assert in_lines(canonical, PlainSigns()) == typed
    assert in_lines(canonical, MarkdownSigns(f"{SITE}/stories/1/")) == marked


def written(form: object, book: Book) -> bytes:
    file = BytesIO()
    form.write(book, file, made_at=MADE_AT)  # type: ignore[attr-defined]
    return file.getvalue()


def test_plain_text_begins_with_what_it_is_and_ends_with_where_it_comes_from():
    lines = written(text, a_book(a_story("<p>A</p>", "<p>B</p>"))).decode("utf-8-sig").split("\n")

    assert lines[1:5] == ["The Piano at Low Water", "=" * 22, "", "by Ada and Ben"]
    assert [line for line in lines if line.startswith("Chapter")] == [
        "Chapter 1: Part 1",
        "Chapter 2: Part 2",
    ]
    assert lines[-3:] == ["The Lamp Room", f"{SITE}/stories/1/", ""]


def test_markdown_takes_nothing_typed_for_a_sign():
    told = written(markdown, a_book(a_story("<p># A</p>", title="*Low* <b>"))).decode()

    assert told.startswith("# \\*Low\\* \\<b\\>\n")
    assert "\n\\# A\n" in told


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "map.webp"
    Image.new("RGB", (9, 8), "#8c2b1e").save(file, "WEBP")
    return Picture(PICTURE, file, is_described=True)


def test_the_page_needs_nothing_beside_it(picture):
    shown = f'<p id="p1"><img src="{PICTURE}" alt="A map"><a href="#p1">x</a></p>'
    page = written(html, a_book(a_story(shown, "<p>B</p>"), pictures=(picture,))).decode()

    assert re.search('<img src="data:image/webp;base64,[^"]+" alt="A map">', page)
    assert '<p id="s1c1-p1">' in page
    assert '<a href="#s1c1-p1">x</a>' in page
    assert not re.search("<(?:script|link rel=.stylesheet)", page)


def test_a_pdf_has_structure_and_its_text_is_no_program(picture):
    typed = '#read("facts.json") $x$ *b* \\ #image("/etc/passwd")'
    shown = f'<p>{typed}</p><p><img src="{PICTURE}" alt="A map"></p><p lang="he" dir="rtl">שלום</p>'
    book = a_book(a_story(shown, shown), title=typed, pictures=(picture,))

    made = written(pdf, book)

    assert made.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in made
    assert b"pdfuaid" in made


def test_headings_of_a_pdf_skip_no_level():
    heading = "<h3>Watches</h3>\n<p>A</p>\n<h5>Deeper</h5>"
    short = a_story(chapters=(a_chapter(1, heading),))

    for book in (a_book(short), a_book(a_story(heading)), a_book(short, is_collection=True)):
        assert written(pdf, book).startswith(b"%PDF")


def test_a_pdf_says_emoji_for_which_there_is_no_typeface_and_refuses_other_letters():
    assert written(pdf, a_book(a_story("<p>So what 🦭</p>"))).startswith(b"%PDF")

    with pytest.raises(LettersHaveNoFace):
        written(pdf, a_book(a_story("<p>\U000f0000</p>")))
