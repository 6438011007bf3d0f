"""Letters arrive as they were meant, whatever bytes they lay in; what was mended is told."""

import pytest

from storyhold.importers.models import Untouched
from storyhold.stories.models import Chapter, Story
from tests.importers.crafted.rows import small, twice
from tests.importers.dumps import author, chapter, own_backup, story

# The steps meet the database in the other files; here it has no part.
pytestmark = pytest.mark.once

# The bytes of a chapter, its letters, and what the report says of it.
LETTERS = {
    "UTF-8": ("Überall “Zoë” – 夜".encode(), "Überall “Zoë” – 夜", None),
    "Windows-1252": ("“Überall” – Zoë".encode("cp1252"), "“Überall” – Zoë", "encoding was mended"),
    "UTF-8 twice": (twice("“Überall” – Zoë"), "“Überall” – Zoë", "encoding was mended"),
    "UTF-8 thrice": (twice(twice("“Zoë”").decode()), "“Zoë”", "encoding was mended"),
    "a mark at the beginning": (b"\xef\xbb\xbfDawn.", "Dawn.", "characters were mended"),
    "a mark in the middle": ("Dawn\ufeff came.".encode(), "Dawn came.", "characters were mended"),
    "C1 for punctuation": ("\x93Dawn\x94 it\x92s".encode(), "“Dawn” it’s", "encoding was mended"),
    "a vertical tab and NUL": (b"Da\x00wn\x0bcame.", "Dawn<br>came.", "characters were mended"),
    "Macintosh": (b"\xd2Dawn,\xd3 she said.", "“Dawn,” she said.", "Macintosh bytes were decided"),
    "letters that look like Macintosh": (
        "Él vivía en ESPAÑA, ¿no?".encode("cp1252"), "Él vivía en ESPAÑA, ¿no?",
        "encoding was mended",
    ),
    "question marks": (b"???? she sang ????", "???? she sang ????", "letters were lost"),
    "references": (b"&#8220;&#1055;&#8221; &eacute;", "“П” é", None),
}  # fmt: skip


def test_letters_of_chapters_arrive_from_whatever_bytes(arrive):
    rows = [
        chapter(place, 1, 2, inorder=place, storytext=raw)
        for place, (raw, _text, _topic) in enumerate(LETTERS.values(), start=1)
    ]

    arrived = arrive(small(stories=[story(1, 2)], chapters=rows, inseries=[]))

    html = dict(Chapter.objects.values_list("pk", "text__html"))
    for place, (name, (raw, text, topic)) in enumerate(LETTERS.items(), start=1):
        assert html[place] == f'<p id="p1">{text}</p>', name
        said = {each for each in arrived.report.counts if str(place) in arrived.numbers(each)}
        assert topic is None or topic in said, (name, said)
        if topic not in (None, "letters were lost"):
            kept = Untouched.objects.get(table="chapters", number=place, column="storytext")
            assert kept.raw == raw, name
    assert arrived.proof().is_whole


def test_one_column_may_hold_rows_of_several_encodings(arrive):
    titles = {1: "Café Ärger", 2: "Café Ärger".encode("cp1252"), 3: twice("Café Ärger")}
    rows = [story(sid, 2, title=title, summary=title) for sid, title in titles.items()]

    arrived = arrive(small(stories=rows, chapters=[chapter(1, 1, 2)], inseries=[]))

    assert {*Story.objects.values_list("title", flat=True)} == {"Café Ärger"}
    assert {"2", "3"} <= {*arrived.numbers("encoding was mended")}
    assert "Café Ärger" in arrived.said("encoding was mended")["2"]


def test_the_utf8_backup_of_old_texts_gives_the_punctuation_back(arrive):
    was_1252 = "“It’s late” – she…".encode("cp1252").decode("latin-1").encode()
    tables = small(chapters=[chapter(1, 1, 2, storytext=was_1252)])

    arrive(tables, write=own_backup)

    assert "“It’s late” – she…" in Chapter.objects.get(pk=1).text.html


def test_a_name_that_ends_in_half_a_letter_loses_that_half_alone(arrive):
    cut = ("n" * 199 + "é").encode()[:200]

    arrived = arrive(small(authors=[author(1, "Keeper"), author(2, cut), author(3, "Ben")]))

    assert arrived.numbers("last letter was cut") == ["2"]
    assert Story.objects.get(pk=1).authors_shown[0].name == "n" * 199


def test_an_archivist_may_overrule_by_table_and_by_story(arrive):
    greek = "Η θάλασσα είναι κοντά".encode("iso-8859-7")
    rows = [chapter(1, 1, 2, storytext=greek), chapter(3, 2, 1, storytext="Zoë".encode("cp1252"))]

    arrive(small(chapters=rows), encodings={"story:1": "iso-8859-7"})

    assert "Η θάλασσα είναι κοντά" in Chapter.objects.get(pk=1).text.html
    assert "Zoë" in Chapter.objects.get(pk=3).text.html


def test_texts_are_not_normalized_beyond_what_nfc_does(arrive):
    text = "ﬁne ｆｕｌｌ ①² é".encode()

    arrive(small(chapters=[chapter(1, 1, 2, storytext=text)]))

    assert "ﬁne ｆｕｌｌ ①² é" in Chapter.objects.get(pk=1).text.html
