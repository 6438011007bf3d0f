"""What a book holds, part by part; no database."""

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest

from storyhold.exporters.book import Book
from storyhold.exporters.formats.epub.writing import write
from storyhold.exporters.formats.epub.xhtml import Inside, xhtml
from tests.exporters.books import MADE_AT, SITE, a_book, a_chapter, a_story

pytestmark = pytest.mark.once

HTML = "{http://www.w3.org/1999/xhtml}"
PICTURE = "/pictures/0123456789abcdef01234567.webp"
INSIDE = Inside(
    SITE,
    files={"/stories/1/": "title.xhtml", "/stories/1/chapters/2/": "chapter-2.xhtml"},
    pictures={PICTURE: "picture-1.jpg"},
)
PAIRS = {
    "<p id=\"p1\"><em>You <em>must</em> hear me.</em></p>":
        "<p id=\"p1\"><em>You <em>must</em> hear me.</em></p>",
    "<p>one<br>two</p>\n<hr class=\"scene-break\" data-symbols=\"~*~\">":
        "<p>one<br/>two</p>\n<hr class=\"scene-break\" data-symbols=\"~*~\"/>",
    '<p lang="he" dir="rtl">שלום</p>': '<p lang="he" dir="rtl" xml:lang="he">שלום</p>',
    "<h3>A</h3><h6>B</h6>": "<h2>A</h2><h5>B</h5>",
    "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>":
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
    "<ruby>漢</ruby><ruby><rt>kan</rt>字</ruby>":
        "<span>漢</span><span><small>(kan)</small>字</span>",
    "<details><summary>S</summary></details>":
        '<details open="open"><summary>S</summary></details>',
    f'<img src="{PICTURE}" alt="A map" width="9" height="8">':
        '<img src="picture-1.jpg" alt="A map" width="9" height="8"/>',
    f'<img src="{PICTURE}">': '<img src="picture-1.jpg" alt=""/>',
    '<img src="https://elsewhere.example/a.gif" alt="A &lt;cat&gt;">':
        '<span class="picture">[A &lt;cat&gt;]</span>',
    '<p><img src="https://elsewhere.example/a.gif"></p>': "<p></p>",
    '<a href="https://b.example/?a=1&amp;b" rel="nofollow noopener">x</a>':
        '<a href="https://b.example/?a=1&amp;b">x</a>',
    '<a href="/stories/1-the-piano/chapters/2/">x</a>': '<a href="chapter-2.xhtml">x</a>',
    '<a href="../2/">x</a>': '<a href="chapter-2.xhtml">x</a>',
    f'<a href="{SITE}/stories/1/">x</a>': '<a href="title.xhtml">x</a>',
    '<a href="/stories/2/">x</a>': f'<a href="{SITE}/stories/2/">x</a>',
    '<p id="p3"><a href="#p3">x</a></p>': '<p id="p3"><a href="#p3">x</a></p>',
    '<a href="#p9">x</a>': f'<a href="{SITE}/stories/1/chapters/1/#p9">x</a>',
    '<a href="http://a|b/">x</a><a href="mailto:">y</a>': "<a>x</a><a>y</a>",
    '<a href="https://b.example/50%/a|b#c#d">x</a>':
        '<a href="https://b.example/50%25/a%7Cb#c%23d">x</a>',
}  # fmt: skip


@pytest.mark.parametrize(("canonical", "expected"), PAIRS.items())
def test_canonical_html_becomes_xhtml(canonical: str, expected: str) -> None:
    assert xhtml(canonical, page=f"{SITE}/stories/1/chapters/1/", inside=INSIDE) == expected


def written(book: Book) -> ZipFile:
    file = BytesIO()
    write(book, file, made_at=MADE_AT)
    return ZipFile(file)


def test_readers_know_what_it_is_by_its_first_bytes():
    epub = written(a_book(a_story("<p>A</p>")))

    first = epub.infolist()[0]

    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert epub.read(first) == b"application/epub+zip"


def test_the_package_says_whose_it_is_what_it_is_and_where_it_comes_from():
    package = written(a_book(a_story("<p>A</p>"))).read("EPUB/package.opf").decode()

    for said in (
        '<dc:title id="title" xml:lang="en" dir="ltr">The Piano at Low Water</dc:title>',
        '<dc:creator id="author-1">Ada</dc:creator>',
        '<meta property="role" refines="#author-2" scheme="marc:relators">aut</meta>',
        "<dc:language>en</dc:language>",
        "<dc:publisher>The Lamp Room</dc:publisher>",
        "<dc:source>https://archive.example/stories/1/</dc:source>",
        '<dc:description xml:lang="en" dir="ltr">Something floats.</dc:description>',
        "<dc:subject>Ghosts &amp; lamps</dc:subject>",
        "<dc:date>2026-05-04</dc:date>",
        '<meta property="dcterms:modified">2026-05-04T12:00:00Z</meta>',
        '<meta property="belongs-to-collection" id="series-1">The Tide Books</meta>',
        '<meta property="group-position" refines="#series-1">3</meta>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
    ):
        assert said in package
    assert "visual" not in package
    assert "conformsTo" not in package


def test_a_newer_one_is_known_as_the_same_book():
    def known_by(book: Book) -> str:
        package = written(book).read("EPUB/package.opf").decode()
        return re.findall("urn:uuid:[0-9a-f-]{36}", package)[0]

    first = known_by(a_book(a_story("<p>A</p>")))

    assert known_by(a_book(a_story("<p>A</p>", "<p>B</p>", title="Renamed"))) == first
    assert known_by(a_book(a_story("<p>A</p>"), path="/stories/2/")) != first


def test_a_story_is_read_in_its_order_and_all_of_it():
    notes = {"opening_note": "<p>Before.</p>", "closing_note": "<p>After.</p>"}
    chapters = (
        a_chapter(1, "<p>Low.</p>", "Ebb", day="4 May 2026", signed="By Ben.", **notes),
        a_chapter(2, "<p>High.</p>"),
    )
    epub = written(a_book(a_story(chapters=chapters, notes="<p>For Eve.</p>")))

    spine = re.findall('idref="([^"]+)"', epub.read("EPUB/package.opf").decode())
    title_page, first, second = (
        text_of(epub, name) for name in ("title", "chapter-1", "chapter-2")
    )

    assert spine == [
        f"{name}-xhtml" for name in ("cover", "title", "nav", "chapter-1", "chapter-2", "colophon")
    ]
    assert "The Piano at Low Water by Ada and Ben The Tide Books, 3" in title_page
    assert "Summary Something floats. Rating Teen Words 1,204 Notes on the story" in title_page
    assert first == (
        "Chapter 1: Ebb Chapter 1 Ebb By Ben. 4 May 2026 Opening note Before. Low. "
        "Closing note After."
    )
    assert second == "Chapter 2 Chapter 2 High."


def test_a_series_is_stories_in_the_contents_and_chapters_in_them():
    one, two = a_story("<p>A</p>", "<p>B</p>"), a_story("<p>C</p>", title="Two")
    epub = written(a_book(one, two, title="The Tide Books", is_collection=True, places=()))

    contents = parsed(epub, "EPUB/nav.xhtml")
    toc = contents.find(f".//{HTML}nav/{HTML}ol")
    assert toc is not None

    assert [len(entry.findall(f"{HTML}ol/{HTML}li")) for entry in toc] == [0, 2, 1, 0]
    assert {f"EPUB/{link.get('href')}" for link in toc.iter(f"{HTML}a")} < set(epub.namelist())


def test_a_book_from_right_to_left_is_turned_to_the_right():
    hebrew = a_story("<p>שלום</p>", language="he", direction="rtl")
    epub = written(a_book(hebrew))

    assert 'page-progression-direction="rtl"' in epub.read("EPUB/package.opf").decode()
    assert 'lang="he" xml:lang="he" dir="rtl"' in epub.read("EPUB/chapter-1.xhtml").decode()


def test_what_people_typed_is_never_markup():
    typed = '"<b>&$title'
    title = a_story(
        "<p>A</p>", title=typed, byline=typed, authors=(typed,), facts=((typed, typed),)
    )
    epub = written(a_book(title, archive=typed, subjects=(typed,)))

    for name in epub.namelist():
        if name.endswith(("xhtml", "opf", "ncx")):
            assert f"{HTML}b" not in {each.tag for each in parsed(epub, name).iter()}
    assert typed in text_of(epub, "title")


def text_of(epub: ZipFile, name: str) -> str:
    return " ".join("".join(parsed(epub, f"EPUB/{name}.xhtml").itertext()).split())


def parsed(epub: ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(epub.read(name))  # noqa: S314 — we wrote it
