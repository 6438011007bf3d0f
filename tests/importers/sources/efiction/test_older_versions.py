"""Archives of 1.1 and 2.0 are seen as if they were of 3.x."""

import pytest

from tests.importers.dumps import author, mysqldump

pytestmark = pytest.mark.once

AUTHOR_11 = {
    "newreviews": 1, "validated": 1, "userskin": "sea", "level": 2, "contact": 1, "carry": "",
    "categories": "3", "bob": "",
}  # fmt: skip


def row_11(sid, psid, **more):
    row = {
        "sid": sid, "psid": psid, "title": f"Story {psid}", "chapter": f"Part {sid}", "inorder": 0,
        "summary": "It's old.", "catid": 3, "gid": "Drama, Angst", "wid": "0", "charid": "Tom, Ann",
        "rid": "PG", "date": "2003-05-01 10:00:00", "updated": "2003-06-01 10:00:00", "uid": 2,
        "validated": 1, "completed": 0, "numreviews": 2, "counter": 40 + sid,
        "storytext": f"Text {sid}",
    }  # fmt: skip
    return row | more


def archive_11(**more):
    tables = {
        "authors": [author(2, "Ada", date="2003-01-01 00:00:00", **AUTHOR_11)],
        "stories": [
            row_11(1, 1),
            row_11(4, 1, inorder=1, title="", summary=""),
            row_11(9, 7, inorder=1, title="Left over"),
            row_11(10, 7, inorder=2),
            row_11(12, 0),
        ],
        "genres": [{"gid": 1, "genre": "Drama"}, {"gid": 2, "genre": "Angst"}],
        "warnings": [{"wid": 1, "warning": "Violence"}],
        "reviews": [
            {"reviewid": 1, "sid": 4, "psid": 1, "reviewer": "Ben", "member": 3, "review": "Yes.",
             "date": "2003-07-01 10:00:00", "rating": 9},
        ],
        "favstor": [{"uid": 2, "sid": 1}],
        "favauth": [{"uid": 2, "favuid": 3}],
        "settings": [{"welcome": "Hello", "rules": "Be kind", "help": ""}],
    }  # fmt: skip
    return mysqldump(tables | more)


def rows(one, table, *columns, order=()):
    return [tuple(row[column] for column in columns) for row in one.rows(table, order=order)]


def test_stories_of_1_1_are_parted_from_their_chapters(staged):
    one = staged(archive_11())

    assert one.site.flavour.version == "1.1"
    assert rows(one, "stories", "sid", "title", "classes", "count", order=("sid",)) == [
        (b"1", b"Story 1", b"Drama, Angst", b"41"),
        (b"7", b"Left over", b"Drama, Angst", b"49"),
        (b"12", b"Story 0", b"Drama, Angst", b"52"),
    ]
    assert rows(one, "chapters", "chapid", "sid", "inorder", "title", order=("sid", "inorder")) == [
        (b"1", b"1", b"1", b"Part 1"),
        (b"4", b"1", b"2", b"Part 4"),
        (b"9", b"7", b"2", b"Part 9"),
        (b"10", b"7", b"3", b"Part 10"),
        (b"12", b"12", b"1", b"Part 12"),
    ]
    told = [note.number for note in staged.notes if note.topic == "story told by a later chapter"]
    assert told == ["7"]
    assert one.tables["chapters"] == 5


def test_members_reviews_and_pages_of_1_1(staged):
    one = staged(archive_11())

    assert one.passwords.keys() == {2}
    assert rows(one, "authorprefs", "uid", "level", "userskin", "sortby") == [
        (b"2", b"2", b"sea", b"0")
    ]
    assert not one.has_column("authors", "level")
    assert rows(one, "reviews", "item", "chapid", "uid", "type") == [(b"1", b"4", b"3", b"ST")]
    assert rows(one, "favorites", "uid", "item", "type") == [
        (b"2", b"1", b"ST"),
        (b"2", b"3", b"AU"),
    ]
    assert rows(one, "messages", "message_name", "message_text")[0] == (b"welcome", b"Hello")
    assert "settings" not in one.tables
    assert rows(one, "classes", "class_id", "class_type", "class_name") == [
        (b"1", b"1", b"Drama"),
        (b"2", b"1", b"Angst"),
        (b"3", b"2", b"Violence"),
    ]
    assert rows(one, "classtypes", "classtype_name") == [(b"genres",), (b"warnings",)]


def test_an_archive_of_2_0(staged):
    ada = author(2, "Ada", ageconsent=1, betareader=1, AOL="ada", ICQ="", level=1)
    one = staged(
        mysqldump(
            {
                "authors": [ada],
                "stories": [
                    {"sid": 1, "title": "One", "gid": "Drama", "wid": "Violence", "charid": "Tom",
                     "uid": 2, "reviews": 0, "counter": 7, "validated": 1}
                ],
                "chapters": [
                    {"chapid": 5, "title": "A", "inorder": 1, "notes": "", "storytext": "x",
                     "validated": 1, "wordcount": 1, "rating": 0, "reviews": 0, "sid": 1, "uid": 2}
                ],
                "series": [
                    {"seriesid": 1, "title": "S", "owner": 2, "genres": "Drama", "warnings": "0"}
                ],
                "reviews": [
                    {"reviewid": 1, "sid": 1, "seriesid": 0, "chapid": 5, "member": 0},
                    {"reviewid": 2, "sid": 0, "seriesid": 1, "chapid": 0, "member": 2},
                ],
                "genres": [{"gid": 1, "genre": "Drama"}],
                "favseries": [{"uid": 2, "seriesid": 1}],
            }
        )
    )  # fmt: skip

    assert one.site.flavour.version == "2.0"
    assert rows(one, "stories", "classes", "count") == [(b"Drama,Violence", b"7")]
    assert rows(one, "chapters", "chapid", "endnotes", "count") == [(b"5", b"", b"0")]
    assert rows(one, "series", "uid", "classes") == [(b"2", b"Drama")]
    assert rows(one, "reviews", "item", "type", "uid") == [(b"1", b"ST", b"0"), (b"1", b"SE", b"2")]
    assert rows(one, "favorites", "item", "type") == [(b"1", b"SE")]
    assert rows(one, "authorprefs", "ageconsent", "level") == [(b"1", b"1")]
    assert rows(one, "authorfields", "field_id", "field_name") == [
        (b"1", b"betareader"), (b"2", b"aol"), (b"3", b"icq")
    ]  # fmt: skip
    assert rows(one, "authorinfo", "uid", "field", "info") == [
        (b"2", b"1", b"1"),
        (b"2", b"2", b"ada"),
    ]
