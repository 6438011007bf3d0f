"""Texts are found wherever they lie, and become what their readers saw."""

import pytest

from storyhold.importers.models import Untouched
from storyhold.stories.models import Chapter
from tests.importers.crafted.rows import small
from tests.importers.dumps import chapter, settings, story

# The steps meet the database in the other files; here it has no part.
pytestmark = pytest.mark.once


def html(number):
    return Chapter.objects.get(pk=number).text.html


def of_files(*rows):
    return small(settings=[settings(store="files")], chapters=rows or BARE)


BARE = [
    chapter(1, 1, 2, storytext=None),
    chapter(2, 1, 2, inorder=2, storytext=""),
    chapter(3, 2, 1, storytext="In the table."),
]


def test_a_site_that_changed_its_store_has_texts_in_both_places(arrive):
    arrived = arrive(of_files(), texts={"2/1.txt": b"In a file.", "2/2.txt": b"In another."})

    assert [html(number) for number in (1, 2, 3)] == [
        f'<p id="p1">{text}</p>' for text in ("In a file.", "In another.", "In the table.")
    ]
    assert arrived.said("stories folder")
    assert arrived.proof().identical == 3


def test_of_several_texts_the_authors_file_counts_and_the_others_are_named(arrive):
    files = {"2/1.txt": b"The author's.", "3/1.txt": b"A co-author's.", "2/2.txt": b"Two."}

    arrived = arrive(of_files(*BARE[1:], chapter(1, 1, 2, storytext="Older.")), texts=files)

    assert html(1) == '<p id="p1">The author\'s.</p>'
    said = arrived.said("chapter with several texts")["1"]
    assert "2/1.txt" in said
    assert "3/1.txt" in said
    assert "the table (6 bytes)" in said


def test_a_text_in_the_folder_of_who_edited_it_or_under_a_pen_name_is_found(arrive):
    files = {"1/1.txt": b"By the archivist.", "Ada/2.txt": b"By pen name.", "2/9.txt": b"Nobody's."}

    arrived = arrive(of_files(), texts=files)

    assert "By the archivist." in html(1)
    assert "By pen name." in html(2)
    assert "2/9.txt (9 bytes)" in arrived.sentences("file without a chapter")


def test_missing_and_empty_files_leave_chapters_that_say_so(arrive):
    arrived = arrive(of_files(), texts={"2/2.txt": b" \n", "1/3.txt": b"Filed."})

    assert arrived.numbers("chapter without text") == ["1", "2"]
    assert [Chapter.objects.get(pk=number).word_count for number in (1, 2)] == [0, 0]
    assert html(3) == '<p id="p1">Filed.</p>'
    assert str(arrived.proof()) == (
        "1 of 1 chapters are identical. 2 more have no text in the source."
    )


def test_a_cut_text_is_taken_whole_from_its_file_and_told_of_without_one(arrive):
    cut = "ebb tide " * 7281 + "ebb ti"
    rows = [chapter(1, 1, 2, storytext=cut), chapter(2, 1, 2, inorder=2, storytext=cut)]

    arrived = arrive(small(chapters=rows), texts={"2/1.txt": cut.encode() + b"de, and then."})

    assert html(1).endswith("and then.</p>")
    assert arrived.numbers("text fills its column") == ["2"]


# The HTML that was stored, and what becomes of it.
SHAPES = {
    "plain lines": ("One.\nTwo.\n\nThree.", "<p>One.<br>Two.</p>\n<p>Three.</p>"),
    "upper case": ("<P>One.</P><P>Two.</P>", "<p>One.</p>\n<p>Two.</p>"),
    "breaks alone": ("One.<br/>Two.", "<p>One.<br>Two.</p>"),
    "Word": (
        '<p class="MsoNormal" style="mso-x:1"><o:p>One.</o:p></p><!--[if gte]>x<![endif]-->',
        "<p>One.</p>",
    ),
    "italics that never end": ("<p><i>One.</p><p>Two.</p>", "<p><em>One.</em></p>"),
    "quotes that never end": ('<p>One. <a href="x>Two.</p><p>Three.</p>', "<p>One."),
    "a script": ("<p onclick='x()'>One.<script>x()</script></p>", "<p>One.</p>"),
    "only a link": ('<a href="http://a.example/">There</a>', '<a href="http://a.example/"'),
    "right to left": ("<p dir='rtl'>שלום עולם</p>", "שלום עולם"),
    "Japanese": ("<p>夜の電車。</p>", "<p>夜の電車。</p>"),
    "backslashes that belong there": ("C:\\tide\\low and o_\\ too", "C:\\tide\\low and o_\\ too"),
    "SQL": ("'); DROP TABLE fanfiction_stories; -- no", "'); DROP TABLE fanfiction_stories; -- no"),
}  # fmt: skip


def test_shapes_of_texts_become_clean_and_no_letter_is_lost(arrive):
    rows = [
        chapter(place, 1, 2, inorder=place, storytext=stored)
        for place, (stored, _became) in enumerate(SHAPES.values(), start=1)
    ]

    arrived = arrive(small(stories=[story(1, 2)], chapters=rows, inseries=[]))

    for place, (name, (_stored, became)) in enumerate(SHAPES.items(), start=1):
        text = html(place)
        for paragraph in range(1, 4):
            text = text.replace(f' id="p{paragraph}"', "")
        assert became in text, name
        assert "script" not in text, name
    assert arrived.proof().is_whole


def test_html_that_was_removed_is_counted_by_chapter(arrive):
    first = (
        "<p>One.<script>x()</script><iframe src='//x.example'></iframe>"
        "<img src='http://img.example/a.png'></p>"
    )
    rows = [chapter(1, 1, 2, storytext=first), chapter(3, 2, 1, storytext="<o:p>Two.</o:p>")]

    arrived = arrive(small(chapters=rows))

    assert "scripts (1), frames (1)" in arrived.said("scripts were removed")["1"]
    assert "o:p (1)" in arrived.said("elements were left out")["3"]
    assert "img.example" in arrived.said("pictures are elsewhere")["1"]


def test_the_text_of_a_chapter_without_a_story_is_kept_with_its_row(arrive):
    rows = [*BARE, chapter(9, 77, 2, storytext="")]

    arrived = arrive(
        of_files(*rows), texts={"2/9.txt": b"Nobody's.", "2/1.txt": b"x", "2/2.txt": b"y"}
    )

    assert arrived.numbers("chapter of a story that is gone") == ["9"]
    kept = Untouched.objects.filter(table="chapters", number="9")
    assert b"Nobody's." in [each.raw for each in kept]
