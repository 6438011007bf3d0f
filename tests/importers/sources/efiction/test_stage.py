"""A dump becomes rows of one site that can be asked for, untouched."""

import pytest

from storyhold.importers.sources.efiction.refusals import (
    DumpIsOfAnotherProgram,
    FileIsNoDump,
    LayoutIsUnclear,
    LayoutIsUnknown,
    NoSuchSite,
    SeveralSites,
    TableIsMissing,
    TwoArchivesInOne,
)
from tests.importers.dumps import (
    archive,
    author,
    chapter,
    mysqldump,
    mysqldump_tab,
    mysqldump_xml,
    own_backup,
    phpmyadmin,
    review,
    series,
    settings,
    story,
)

pytestmark = pytest.mark.once


def topics(staged):
    return [(note.topic, note.table) for note in staged.notes]


@pytest.mark.parametrize("write", [mysqldump, phpmyadmin, own_backup, mysqldump_xml])
def test_every_dialect_gives_the_same_rows(staged, write):
    one = staged(write(archive()))

    assert one.tables["stories"] == 2
    assert one.tables["chapters"] == 3
    titles = [row["title"] for row in one.rows("chapters", order=("sid", "inorder", "chapid"))]
    assert titles == [b"Chapter 1", b"Chapter 2", b"Chapter 3"]
    assert one.has_column("stories", "coauthors")
    assert not one.has_column("stories", "psid")
    assert list(one.rows("poll")) == []
    assert (one.site.key, one.site.url, one.site.name) == (
        "lantern",
        "http://old.example.org",
        b"The Lantern Room",
    )


NASTY = b"It's <b>\\n</b> & \x93odd\x94\t\r\n\x00\x0b\x1a \xe2\x80\x99 \xf0\x9f\x98\x80 ]]> \\"


def test_any_bytes_in_xml_in_tabs_and_from_powershell(staged, tmp_path):
    tables = archive(stories=[story(1, 2, summary=NASTY, storynotes=None), story(2, 1, summary="")])
    folder = tmp_path / "tab"
    folder.mkdir()
    expected = list(staged(mysqldump(tables)).rows("stories"))

    assert list(staged(mysqldump_xml(tables)).rows("stories")) == expected
    assert list(staged(mysqldump_tab(folder, tables)).rows("stories")) == expected

    clean = mysqldump(archive(stories=[story(1, 2, summary="“Odd” 😀\n")]))
    powershell = clean.decode().replace("\n", "\r\n").encode("utf-16")
    assert next(staged(powershell).rows("stories"))["summary"] == "“Odd” 😀\n".encode()


def test_cut_xml_and_cut_tabs(staged, tmp_path):
    whole = mysqldump_xml(archive())
    one = staged(whole[: whole.index(b"Chapter 3")])
    assert one.tables["chapters"] == 2
    assert ("dump is cut", "chapters") in topics(staged)

    folder = tmp_path / "tab"
    folder.mkdir()
    path = mysqldump_tab(folder, archive()) / "fanfiction_chapters.txt"
    path.write_bytes(path.read_bytes()[:-20])
    assert staged(folder).tables["chapters"] == 2


@pytest.mark.parametrize(
    "header",
    [
        b"-- Status:28:77:MP_0:backup:php:1.24.4::5.1:1:::utf8:EXTINFO\n#\n# TABLE-INFO\n-- EOB\n",
        b"# ************************************************************\n# Sequel Pro SQL dump\n",
        b"-- Adminer 4.8.1 MySQL 5.5.5 dump\n\nSET NAMES utf8;\nSET time_zone = '+00:00';\n",
        b"-- --------------------------------------------------------\n-- HeidiSQL Version: 12\n"
        b"/*!40101 SET NAMES utf8 */;\n/*!40014 SET FOREIGN_KEY_CHECKS=0 */;\n",
        b"/*\nNavicat MySQL Data Transfer\n\nSource Host: localhost's\n*/\n",
        b"# phpMyAdmin MySQL-Dump\n# version 2.2.3\n#\n# it's\n",
        b"CREATE DATABASE `old`;\nUSE `old`;\n",
    ],
)
def test_headers_of_other_programs(staged, header):
    one = staged(header + mysqldump(archive()).partition(b"\n")[2])

    assert one.tables["chapters"] == 3
    assert "line that is no SQL" not in {note.topic for note in staged.notes}


def test_rows_come_in_the_order_of_numbers(staged):
    one = staged(mysqldump(archive(stories=[story(sid, 1) for sid in (10, 9, 100)])))

    assert [row["sid"] for row in one.rows("stories", order=("sid",))] == [b"9", b"10", b"100"]
    assert [row["sid"] for row in one.rows("stories")] == [b"10", b"9", b"100"]


def test_what_is_private_is_not_written(staged):
    one = staged(
        mysqldump(
            archive(
                authors=[author(3, "Ada", password="5ca1ab1e" * 4)],
                log=[
                    {
                        "log_id": 1,
                        "log_action": "x",
                        "log_uid": 0,
                        "log_ip": "203.0.113.9",
                        "log_type": "RG",
                    }
                ],
                online=[{"online_uid": 3, "online_ip": "203.0.113.8"}],
                settings=[settings(smtp_password="hunter2hunter2")],
            )
        )
    )

    assert one.passwords == {3: b"5ca1ab1e" * 4}
    assert next(one.rows("authors"))["password"] is None
    assert "online" not in one.tables
    scratch = b"".join(path.read_bytes() for path in staged.scratch.rglob("*.sqlite*"))
    for secret in (b"5ca1ab1e", b"203.0.113", b"hunter2"):
        assert secret not in scratch
    assert ("column left out", "log") in topics(staged)


def test_columns_that_were_changed_after_their_rows(staged):
    dump = mysqldump(archive()) + (
        b"ALTER TABLE fanfiction_stories CHANGE `count` `counter` int, ADD COLUMN banner text,"
        b" DROP storynotes;"
        b"INSERT INTO fanfiction_stories (sid, banner) VALUES (3, 'b.png');"
    )

    rows = {row["sid"]: row for row in staged(dump).rows("stories")}

    assert rows[b"1"]["counter"] == b"41"
    assert rows[b"1"]["banner"] is None
    assert rows[b"3"]["banner"] == b"b.png"


# --- orders of columns ----------------------------------------------------------------------------


def reordered(row, *columns):
    return {column: row[column] for column in columns}


AUTHORS_10 = [
    "uid",
    "penname",
    "realname",
    "email",
    "website",
    "bio",
    "image",
    "date",
    "admincreated",
    "password",
]
REVIEWS_11 = [
    "reviewid",
    "chapid",
    "item",
    "reviewer",
    "uid",
    "review",
    "date",
    "rating",
    "type",
    "respond",
]
SERIES_20 = [
    "seriesid",
    "title",
    "summary",
    "uid",
    "isopen",
    "catid",
    "classes",
    "rating",
    "warnings",
    "genres",
    "characters",
    "reviews",
    "challenges",
    "numstories",
]


def test_layouts_are_recognized_by_what_stands_in_them(staged):
    ada = author(2, "Ada", website="http://ada.example.org")
    old_story = {
        key: value for key, value in story(1, 2, rating=9, reviews=30).items() if key != "rating"
    }
    trilogy = series(1, 2, warnings="Violence", genres="Drama, Angst", reviews=3, numstories=4)
    one = staged(
        own_backup(
            archive(
                authors=[reordered(ada, *AUTHORS_10)],
                reviews=[reordered(review(1, 7, chapid=5), *REVIEWS_11)],
                series=[reordered(trilogy, *SERIES_20)],
                stories=[old_story | {"rating": 9}],
            )
        )
    )

    assert one.passwords[2] == ada["password"].encode()
    assert next(one.rows("authors"))["website"] == b"http://ada.example.org"
    assert next(one.rows("reviews"))["item"] == b"7"
    assert next(one.rows("series"))["genres"] == b"Drama, Angst"
    assert next(one.rows("stories"))["rating"] == b"9"
    assert ("layout recognized", "reviews") in topics(staged)


def test_two_layouts_that_fit_are_not_guessed(staged):
    stories = [story(1, 2, rating=2, reviews=3, count=4)]
    dump = own_backup(archive(stories=stories, reviews=[]))

    with pytest.raises(LayoutIsUnclear, match="--layout stories="):
        staged(dump)

    assert next(staged(dump, layouts={"stories": "1.1"}).rows("stories"))["rating"] == b"4"


def test_reviews_tell_where_stories_were_born(staged):
    for layout, rating in ((review(1, 1), b"2"), (reordered(review(1, 1), *REVIEWS_11), b"4")):
        stories = [story(1, 2, rating=2, reviews=3, count=4)]
        one = staged(own_backup(archive(stories=stories, reviews=[layout])))

        assert next(one.rows("stories"))["rating"] == rating


def test_a_layout_that_nobody_knows_is_refused(staged):
    with pytest.raises(LayoutIsUnknown, match="“chapters”"):
        staged(own_backup(archive(chapters=[{"chapid": 1, "title": "x"}])))


# --- which archive --------------------------------------------------------------------------------


def two_sites():
    rows = [
        settings(tableprefix="a_"),
        settings(sitekey="second", sitename="Second", tableprefix="B"),
    ]
    other = mysqldump(archive(authors=[author(9, "Nine")]) | {"settings": []}, prefix="B")
    main = {name: table for name, table in archive().items() if name != "settings"}
    return mysqldump({"settings": rows}, prefix="settings") + mysqldump(main, prefix="a_") + other


def test_of_several_sites_one_must_be_chosen(staged):
    with pytest.raises(SeveralSites, match=r"lantern \(.*a_fanfiction_.*second"):
        staged(two_sites())
    with pytest.raises(NoSuchSite, match="“third”"):
        staged(two_sites(), site_key="third")

    second = staged(two_sites(), site_key="second")

    assert (second.site.prefix, second.site.settings_prefix) == ("B", "settings")
    assert [row["penname"] for row in second.rows("authors")] == [b"Nine"]
    assert [row["sitekey"] for row in second.rows("settings")] == [b"second"]
    assert second.tables["settings"] == 1
    assert ("another archive", "") in topics(staged)


@pytest.mark.parametrize("prefix", ["", "1", "ef_", "old_fanfiction_", "a-b"])
def test_any_prefix(staged, prefix):
    one = staged(mysqldump(archive(settings=[settings(tableprefix=prefix)]), prefix=prefix))

    assert (one.site.prefix, one.site.key) == (prefix, "lantern")


def test_a_prefix_in_another_case_or_renamed(staged):
    for claimed in ("EF_", "gone_"):
        one = staged(mysqldump(archive(settings=[settings(tableprefix=claimed)]), prefix="ef_"))

        assert (one.site.key, one.tables["settings"]) == ("lantern", 1)


def test_tables_of_one_database_may_lie_in_several_dumps(staged):
    tables = archive()
    one = staged(*(mysqldump({name: rows}) for name, rows in tables.items()))

    assert one.tables == {name: len(rows) for name, rows in tables.items()}


def test_dumps_of_two_databases_are_two_archives(staged):
    with pytest.raises(SeveralSites):
        staged(mysqldump(archive()), mysqldump(archive(settings=[settings(sitekey="other")])))


def test_two_backups_of_one_archive_the_later_wins(staged):
    older = mysqldump(
        archive(coauthors=[{"sid": 1, "uid": 1}], stories=[story(1, 2, title="Old"), story(5, 2)])
    )
    one = staged(older + mysqldump(archive(coauthors=[{"sid": 1, "uid": 1}])))

    titles = {row["sid"]: row["title"] for row in one.rows("stories")}
    assert titles == {b"1": b"Story 1", b"2": b"Story 2", b"5": b"Story 5"}
    assert one.tables["coauthors"] == 1
    assert ("same number twice", "stories") in topics(staged)
    assert ("several dumps in one", "") in topics(staged)


def test_two_archives_in_one_file_are_refused(staged):
    with pytest.raises(TwoArchivesInOne, match="lantern, other"):
        staged(mysqldump(archive()) + mysqldump(archive(settings=[settings(sitekey="other")])))


def test_sources_that_are_no_archive(staged):
    blog = b"CREATE TABLE wp_posts (id int);INSERT INTO wp_posts VALUES (1);"
    with pytest.raises(DumpIsOfAnotherProgram, match="wp_posts"):
        staged(blog)
    with pytest.raises(FileIsNoDump, match="Dear archivist"):
        staged(b"Dear archivist,\nthis is a letter.")
    with pytest.raises(TableIsMissing, match="authors"):
        staged(mysqldump({"authors": [author(1, "Ada")]}))
    with pytest.raises(TableIsMissing, match="table of chapters"):
        staged(mysqldump({"stories": [story(1, 1)]}))


def test_the_tables_tell_the_version(staged):
    assert staged(mysqldump(archive())).site.flavour.has_coauthors_table
    dated = mysqldump(archive(), types={"date": "int(11)"})
    assert staged(dated).site.flavour.version == "3.5.6"
    assert (
        staged(
            mysqldump(
                archive(log=[{"log_id": 1, "log_ip": "x"}]), types={"log_ip": "varbinary(16)"}
            )
        ).site.flavour.version
        == "3.5.7"
    )
    three = {
        name: rows
        for name, rows in archive(authorprefs=[{"uid": 1}], stats=[]).items()
        if name != "coauthors"
    }
    assert staged(mysqldump(three)).site.flavour.version == "3.2"


def test_what_is_not_understood_is_said(staged):
    dump = mysqldump(archive(warps=[{"a": 1}], chapters=[chapter(1, 1, 2)]), is_whole=False)
    staged(dump + b"INSERT INTO `wp_posts` VALUES (1);")

    assert topics(staged) == [
        ("dump without an end", ""),
        ("tables of other programs", ""),
        ("unknown table", "warps"),
        ("version", ""),
    ]
