"""Damaged and doubtful dumps: what is whole moves in and is told of, or nothing does."""

import pytest

from storyhold.common.refusal import Refusal
from storyhold.importers.models import Move
from storyhold.importers.sources.efiction import refusals
from storyhold.stories.models import Chapter, Story
from tests.importers.crafted.arrivals import rows_of_all_models
from tests.importers.crafted.rows import small
from tests.importers.dumps import (
    archive,
    author,
    chapter,
    mysqldump,
    own_backup,
    phpmyadmin,
    settings,
    story,
)

# The steps meet the database in the other files; here it has no part.
pytestmark = pytest.mark.once


def titles():
    return list(Story.objects.order_by("pk").values_list("title", flat=True))


def test_a_dump_that_breaks_off_brings_what_is_whole_and_names_the_table(arrive):
    dump = mysqldump({name: rows for name, rows in small().items() if name != "chapters"})
    dump += mysqldump({"chapters": small()["chapters"]}, is_whole=False)

    arrived = arrive(dump[: dump.rindex(b"'The tide came in, 3") + 8])

    assert set(Chapter.objects.values_list("pk", flat=True)) == {1, 2}
    assert "chapters" in {each.table for each in arrived.report.first["dump is cut"]}
    assert arrived.numbers("story without chapters") == ["2"]


def test_an_own_backup_cannot_show_that_it_is_whole(arrive):
    assert arrive(small(), write=own_backup).said("dump that marks no end")


@pytest.mark.parametrize("write", [mysqldump, own_backup])
def test_pages_of_errors_around_a_dump_are_told_of_and_harm_nothing(arrive, write):
    page = b"<br />\n<b>Fatal error</b>: Maximum execution time of 30 seconds exceeded; '\n"

    arrived = arrive(write(small()) + page)

    assert titles() == ["Story 1", "Story 2"]
    assert arrived.said("line that is no SQL")


def test_of_two_dumps_of_one_archive_glued_together_the_later_rows_count(arrive):
    later = small(stories=[story(1, 2, title="Newer"), story(2, 1), story(3, 1)])

    arrived = arrive(phpmyadmin(small()) + phpmyadmin(later))

    assert titles() == ["Newer", "Story 2", "Story 3"]
    assert arrived.said("same number twice")


def test_statements_inside_of_stories_stay_letters(arrive):
    text = (
        "-- Dump completed\n# Dump of x\nINSERT INTO fanfiction_stories VALUES (99,'x');\n"
        "/*!40101 SET NAMES latin1 */; \\'); DROP TABLE \"x\"; `y` 'z' \\"
    )

    arrived = arrive(small(chapters=[chapter(1, 1, 2, storytext=text), chapter(3, 2, 1)]))

    assert titles() == ["Story 1", "Story 2"]
    assert "INSERT INTO fanfiction_stories VALUES (99,'x');" in Chapter.objects.get(pk=1).text.html
    assert arrived.proof().is_whole


def test_of_two_sites_in_one_database_one_is_named_and_the_other_left(arrive):
    first = settings(tableprefix="a_", sitekey="one", sitename="One")
    second = settings(tableprefix="b_", sitekey="two", sitename="Two")
    dump = (
        mysqldump({"settings": [first, second]}, prefix="settings")
        + mysqldump(without_settings(archive()), prefix="a_")
        + mysqldump(without_settings(archive(stories=[story(5, 2)], chapters=[])), prefix="b_")
    )

    arrived = arrive(dump, site_key="two")

    assert titles() == ["Story 5"]
    assert Move.objects.get().name == "Two"
    assert "One" in arrived.sentences("another archive")


def without_settings(tables):
    return {name: rows for name, rows in tables.items() if name != "settings"}


def test_tables_of_others_and_tables_nobody_knows_are_told_of(arrive):
    dump = mysqldump(small(gifts=[{"giver": 2, "what": "tea"}])) + (
        b"CREATE TABLE `sd_songs` (`id` int);\nINSERT INTO `sd_songs` VALUES (1);\n"
    )

    arrived = arrive(dump)

    assert "sd_songs" in arrived.said("tables of other programs")[""]
    assert "giver, what" in arrived.said("unknown table")[""]


TWO_SITES = mysqldump(archive(), prefix="a_") + mysqldump(archive(), prefix="b_")
OTHER = mysqldump(
    archive(
        settings=[settings(sitekey="x", url="http://x.example")],
        authors=[author(1, "Stranger")],
        stories=[story(1, 1, title="Another")],
    )
)
NO_TEXTS = small(chapters=[chapter(1, 1, 2, storytext=""), chapter(2, 1, 2, storytext=None)])
REFUSED = {
    "nothing": (b"", refusals.SourceIsEmpty),
    "a page": (b"<html><body>404 Not Found</body></html>", refusals.FileIsNoDump),
    "a forum": (b"CREATE TABLE `phpbb_posts` (`id` int);", refusals.DumpIsOfAnotherProgram),
    "members alone": (mysqldump({"authors": [author(1, "Ada")]}), refusals.TableIsMissing),
    "two sites": (TWO_SITES, refusals.SeveralSites),
    "two archives glued": (mysqldump(archive()) + OTHER, refusals.TwoArchivesInOne),
    "texts that are not there": (mysqldump(NO_TEXTS), refusals.StoriesFolderIsMissing),
    "columns that nobody knows": (
        b'INSERT INTO fanfiction_stories VALUES("1", "2");\r\n', refusals.LayoutIsUnknown,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_nothing_moves_in(arrive, what):
    dump, refusal = REFUSED[what]
    before = rows_of_all_models()

    with pytest.raises(Refusal) as refused:
        arrive(dump)

    assert type(refused.value) is refusal
    assert "Nothing was imported." in str(refused.value)
    assert rows_of_all_models() == before


def test_the_folder_of_another_archive_is_refused(arrive):
    with pytest.raises(refusals.StoriesFolderIsMissing):
        arrive(NO_TEXTS, texts={"8/70.txt": b"Not ours.", "8/71.txt": b"Nor this."})
