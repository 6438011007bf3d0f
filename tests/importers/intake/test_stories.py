"""Stories come in with authors, chapters and texts, and nothing of them is lost in silence."""

from datetime import UTC, datetime

import pytest

from storyhold.importers.models import OldNumber, OldPlace, Untouched
from storyhold.prose.fingerprint import chapter_text_sha256
from storyhold.stories.models import Chapter, Revision, Story
from tests.importers.dumps import archive, author, chapter, story


def on(seconds):
    return datetime.fromtimestamp(seconds, UTC)


def names_under(number):
    return [each.name for each in Story.objects.get(pk=number).authors_shown]


def test_a_story_keeps_its_number_words_and_days(move):
    old = story(
        7, 2, title="The \\'Last\\' &amp; <i>Only</i> Tide", summary="Salt.\nWater.", completed="1",
        featured="2", validated="2", date=1_100_000_000, updated=1_200_000_000, count=512,
    )  # fmt: skip
    chapters = [
        chapter(40, 7, 2, title="Ebb", notes="Mind the <b>tide</b>.", count=300),
        chapter(
            41, 7, 2, title="Flood", inorder=2, storytext="<p>It came <script>x()</script>in.</p>"
        ),
    ]

    move(archive(stories=[old], chapters=chapters))

    kept = Story.objects.get(pk=7)
    assert kept.title == "The 'Last' & Only Tide"
    assert kept.summary_html == "<p>Salt.<br>Water.</p>"
    assert (kept.is_public, kept.is_complete, kept.is_trusted, kept.is_featured) == (
        True,
        True,
        True,
        False,
    )
    assert (kept.published_at, kept.updated_at) == (on(1_100_000_000), on(1_200_000_000))
    assert (kept.chapter_count, kept.word_count, kept.read_count) == (2, 9, 512)
    ebb, flood = kept.chapters.order_by("number")
    assert (ebb.pk, ebb.title, ebb.opening_note_html, ebb.read_count) == (
        40,
        "Ebb",
        "<p>Mind the <strong>tide</strong>.</p>",
        300,
    )
    assert (ebb.published_at, flood.published_at) == (kept.published_at, kept.updated_at)
    assert flood.text.html == '<p id="p1">It came in.</p>'
    assert flood.revisions.get().source == "<p>It came <script>x()</script>in.</p>"


def test_chapters_are_counted_from_1_and_remember_where_they_stood(move):
    rows = [chapter(5, 1, 2, inorder=2), chapter(9, 1, 2, inorder=1), chapter(4, 1, 2, inorder=1)]

    move(archive(stories=[story(1, 2)], chapters=rows))

    assert list(Chapter.objects.order_by("number").values_list("pk", "number")) == [
        (4, 1),
        (9, 2),
        (5, 3),
    ]
    assert set(OldPlace.objects.values_list("story", "place", "chapter")) == {
        (1, 1, 4),
        (1, 1, 9),
        (1, 2, 5),
    }
    assert move.said("chapters renumbered") == [
        "The chapters of story 1 stood at 1, 1, 2. Here they are counted from 1."
    ]


@pytest.mark.parametrize(
    ("column", "rows", "signers"),
    [
        ("1,3", [], ["Ada", "Keeper", "Ben"]),  # before 3.4: a list
        ("3,3,2", [], ["Ada", "Ben"]),  # the author among the others, and one twice
        ("3", [(1, 1)], ["Ada", "Ben", "Keeper"]),  # half of an upgrade: both count
        ("1", [(1, 3)], ["Ada", "Ben"]),  # a flag, with rows
        ("0", [(1, 2)], ["Ada"]),
        ("", [(1, 9)], ["Ada"]),  # who is gone
    ],
)  # fmt: skip
def test_co_authors_are_found_in_column_and_table(move, column, rows, signers):
    tables = archive(
        authors=[author(1, "Keeper"), author(2, "Ada"), author(3, "Ben")],
        stories=[story(1, 2, coauthors=column)],
        coauthors=[{"sid": sid, "uid": uid} for sid, uid in rows],
    )

    move(tables)

    assert names_under(1) == signers


def test_a_lone_1_is_member_1_only_where_there_was_no_table_yet(move):
    tables = archive(stories=[story(1, 2, coauthors="1")], authorprefs=[])

    move(tables)

    assert names_under(1) == ["Ada", "Keeper"]


def test_a_flag_without_co_authors_is_told_of(move):
    move(archive(stories=[story(1, 2, coauthors="1")], coauthors=[{"sid": 8, "uid": 1}]))

    assert names_under(1) == ["Ada"]
    assert move.said("co-author flag without co-authors")
    assert Untouched.objects.get(table="coauthors").number == "8:1"


def test_what_was_hidden_for_want_of_an_author_is_shown_as_a_former_members(move):
    rows = [chapter(1, 1, 31), chapter(2, 2, 2), chapter(3, 2, 44, inorder=2)]

    move(archive(stories=[story(1, 31), story(2, 2), story(3, 0)], chapters=rows))

    assert names_under(1) == ["Former member 31"]
    assert names_under(3) == ["A former member"]
    assert Chapter.objects.get(pk=1).signed_by_id == Story.objects.get(pk=1).authors_shown[0].pk
    assert Chapter.objects.get(pk=3).signed_by.name == "Former member 44"
    assert len(move.said("story's author is gone")) == 2
    assert len(move.said("chapter's author is gone")) == 1


def test_a_chapter_of_a_round_robin_belongs_to_its_writer(move):
    rows = [chapter(1, 1, 2), chapter(2, 1, 1, inorder=2)]

    move(archive(stories=[story(1, 2, rr="1")], chapters=rows))

    assert names_under(1) == ["Ada"]
    assert [each.signed_by.name for each in Chapter.objects.order_by("number")] == ["Ada", "Keeper"]
    assert all(each.is_writers_own for each in Chapter.objects.all())


def test_what_waited_still_waits(move):
    rows = [
        chapter(1, 1, 2),
        chapter(2, 1, 2, inorder=2, validated="0"),
        chapter(3, 2, 2, validated=""),
    ]

    move(archive(stories=[story(1, 2), story(2, 2, validated="0")], chapters=rows))

    held = Chapter.objects.filter(held_at__isnull=False, is_public=False)
    assert set(held.values_list("pk", flat=True)) == {2, 3}
    assert not Story.objects.get(pk=2).is_public
    assert Story.objects.get(pk=1).chapter_count == 1


def test_a_chapter_without_text_stays_and_says_so(move, client):
    rows = [chapter(1, 1, 2, storytext=None), chapter(2, 1, 2, inorder=2)]

    move(archive(stories=[story(1, 2), story(5, 2)], chapters=rows))

    assert move.said("chapter without text")
    assert move.said("story without chapters")
    assert Chapter.objects.get(pk=1).word_count == 0
    page = client.get(Chapter.objects.get(pk=1).get_absolute_url())
    assert "The text of this chapter is missing" in page.text
    assert client.get(Story.objects.get(pk=5).get_absolute_url(), follow=True).status_code == 200


def test_a_chapter_whose_story_is_gone_is_kept_aside(move):
    move(
        archive(
            stories=[story(2, 2)], chapters=[chapter(1, 1, 2), chapter(2, 2, 2), chapter(3, 4, 2)]
        )
    )

    assert set(Chapter.objects.values_list("pk", flat=True)) == {2}
    aside = Untouched.objects.filter(table="chapters", column="")
    assert {row.number for row in aside} == {"1", "3"}
    assert b"The tide came in, 1 times." in aside.get(number="1").raw
    assert len(move.said("chapter of a story that is gone")) == 2


def test_a_text_at_the_limit_of_its_column_is_told_of(move):
    move(archive(stories=[story(1, 2)], chapters=[chapter(1, 1, 2, storytext="x " * 32_767)]))

    assert move.said("text fills its column")


def test_letters_survive_whatever_they_were_written_in(move):
    texts = {
        1: "She said “no” and left.".encode("cp1252"),
        2: "Ночной трамвай 夜の電車".encode(),
        3: "It’s here".encode().decode("cp1252").encode(),
        4: "C:\\tides\\low o_\\ <3 &lt;b&gt; &#8220;quoted&#8221;",
        5: "<P>First</P>\n<P>Second</P>",
        6: "<i>never closed <a href='x>and neither",
    }
    rows = [chapter(n, 1, 2, inorder=n, storytext=text) for n, text in texts.items()]

    move(archive(stories=[story(1, 2)], chapters=rows))

    html = {each.pk: each.text.html for each in Chapter.objects.select_related("text")}
    assert "“no”" in html[1]
    assert "трамвай 夜の電車" in html[2]
    assert "It’s here" in html[3]
    assert "C:\\tides\\low o_\\ &lt;3 &lt;b&gt; “quoted”" in html[4]
    assert html[5] == '<p id="p1">First</p>\n<p id="p2">Second</p>'
    assert {row.number: row.raw for row in Untouched.objects.filter(column="storytext")} == {
        "1": texts[1],
        "3": texts[3],
    }
    for revision in Revision.objects.select_related("chapter__text"):
        assert chapter_text_sha256(revision.source) == revision.chapter.text.sha256


def test_days_that_nobody_kept_are_guesses_that_are_told(move):
    rows = [
        story(1, 2, date=1_100_000_000, updated=0),
        story(2, 2, date=0, updated=0),
        story(3, 2, date="2006-05-01 10:00:00", updated="0000-00-00 00:00:00"),
    ]

    move(archive(stories=rows))

    published = dict(Story.objects.values_list("pk", "published_at"))
    assert published[1] == published[2] == on(1_100_000_000)
    assert published[3] == datetime(2006, 5, 1, 10, tzinfo=UTC)
    assert len(move.said("day of a story is a guess")) == 1


def test_a_newer_dump_brings_only_what_is_new(move):
    first = archive()
    move(first)
    Story.objects.filter(pk=1).update(title="Renamed here")
    more = first["chapters"] + [chapter(9, 1, 2, inorder=3)]

    move(first | {"chapters": more, "stories": [*first["stories"], story(3, 2)]})
    move(first | {"chapters": more, "stories": [*first["stories"], story(3, 2)]})

    assert Story.objects.get(pk=1).title == "Renamed here"
    assert list(Chapter.objects.filter(story=1).values_list("pk", "number")) == [
        (1, 1),
        (2, 2),
        (9, 3),
    ]
    assert Story.objects.count() == 3
    assert OldNumber.objects.filter(kind="chapter").count() == 4


def test_what_html_loses_and_a_text_that_is_only_a_link_are_told(move):
    soup = "<font color=red>Salt</font><script>x()</script><img src=http://pics.example/1>"
    link = 'Read it <a href="http://moved.example/1">here</a>'
    chapters = [
        chapter(1, 7, 2, storytext=soup),
        chapter(2, 7, 2, inorder=2, storytext=link),
    ]

    move(archive(stories=[story(7, 2)], chapters=chapters))

    assert move.said("elements were left out") == [
        "In “storytext”: font (1). The text in them was kept."
    ]
    assert move.said("attributes were left out") == ["In “storytext”: color (1)."]
    assert move.said("scripts were removed") == ["In “storytext”: scripts (1)."]
    assert "pics.example" in move.said("pictures are elsewhere")[0]
    assert "http://moved.example/1" in move.said("chapter is only a link")[0]
