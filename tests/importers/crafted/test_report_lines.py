"""Every line that a report can have is shown by an archive that earns it."""

from pathlib import Path

import pytest

from storyhold.archive.actions import change_archive
from storyhold.blocks.models import Block, Place
from storyhold.importers.models import Untouched
from storyhold.importers.topics import TOPICS
from tests.cast import make_member, make_story
from tests.importers.crafted.rows import message, small
from tests.importers.dumps import (
    author,
    chapter,
    mysqldump,
    own_backup,
    prefs,
    review,
    series,
    story,
)

# The steps meet the database in the other files; here it has no part.
pytestmark = pytest.mark.once

WRECKED = "r0;Wait,r1; she said. r0;Why?r1; r12; and left."
HARMLESS = "<a href='nojavascript...x()'>Here</a>"


def works(**columns):
    return small(stories=[story(1, 2, **columns), story(2, 1)])


def members(*rows, **more):
    return small(authors=[author(1, "Keeper"), author(3, "Ben"), *rows], **more)


def websites(stored):
    row = {
        "field_id": 2, "field_type": 1, "field_name": "website", "field_title": "Website:",
        "field_options": "", "field_code_in": "", "field_code_out": "", "field_on": 1,
    }  # fmt: skip
    return small(authorfields=[row], authorinfo=[{"uid": 2, "field": 2, "info": stored}])


def links(name, address):
    row = {
        "link_id": 4, "link_name": name, "link_text": name, "link_key": "", "link_url": address,
        "link_target": 0, "link_access": 0,
    }  # fmt: skip
    return small(pagelinks=[row])


def panels(address):
    row = {
        "panel_id": 6, "panel_name": "x", "panel_title": "Extra", "panel_url": address,
        "panel_level": 0, "panel_order": 1, "panel_hidden": 0, "panel_type": "U",
    }  # fmt: skip
    return small(panels=[row])


# What is told, the old numbers of which, and the archive.
LINES = {
    "answer in a profile does not fit": (["2:2"], websites("ask me")),
    "answer without a review": (
        ["7"], small(reviews=[review(7, 1, source_review_id=99, uid=2)]),
    ),
    "line ends were written out": (["1"], small(series=[series(1, 2, summary=r"One\r\nTwo")])),
    "links are part of every page": ([""], links("home", "index.php")),
    "member is gone": (["31"], small(stories=[story(1, 31), story(2, 1)])),
    "member without a number": (["0"], members(author(2, "Ada"), author(0, "Ghost"))),
    "panel leads nowhere": (["6"], panels("modules/tracker/tracker.php")),
    "pen name was shortened": (["2"], members(author(2, "x" * 240))),
    "picture of a member stays behind": (["2"], members(author(2, "Ada", image="a.png"))),
    "same number twice": ([""], small(authorprefs=[prefs(2), prefs(2, level=-1)])),
    "real names are not shown": ([""], members(author(2, "Ada", realname="Ada B."))),
    "references could be mended": (["3"], small(chapters=[chapter(3, 2, 1, storytext=WRECKED)])),
    "references were mended": (["1", "1", "1"], works(summary=WRECKED)),
    "scripts were made harmless": (["1"], works(storynotes=HARMLESS)),
    "settings are missing": ([""], small(settings=[])),
    "story without a title": (["1"], works(title=" ")),
    "website is no address": (["2"], members(author(2, "Ada", website="ask me"))),
}  # fmt: skip


@pytest.mark.parametrize("topic", LINES)
def test_it_is_told(arrive, topic):
    numbers, tables = LINES[topic]

    arrived = arrive(tables)

    assert arrived.numbers(topic) == numbers


ODD_RATING = b"\nINSERT INTO `fanfiction_ratings` VALUES "
DUMPS = {
    "layout unknown": own_backup(
        small(favorites=[{"a": 1, "b": 2}]),
    ),
    "rows of another length": mysqldump(small()) + ODD_RATING + b"(9,'Odd','0','',5);\n",
    "rows could not be read": (
        mysqldump(small()) + ODD_RATING + b"(8,'x' oops ,'0');" + ODD_RATING + b"(9,'y','0','');\n"
    ),
    "tables of another database": mysqldump(small()) + mysqldump(
        {"news": [{"nid": 1, "title": "x"}]}, prefix="b_"
    ),
}  # fmt: skip


@pytest.mark.parametrize("topic", DUMPS)
def test_it_is_told_of_a_dump(arrive, topic):
    assert len(arrive(DUMPS[topic]).numbers(topic)) == 1


def test_a_text_that_is_of_no_known_encoding_is_listed_as_doubtful(arrive):
    row = chapter(3, 2, 1, storytext="“Zoë”".encode("cp1252"))

    arrived = arrive(small(chapters=[row]), charset="euc_jp")

    assert arrived.numbers("encoding is doubtful") == ["3"]


def test_files_among_the_texts_that_are_none_are_counted(arrive):
    arrived = arrive(small(), texts={"2/1.txt": b"One.", "index.php": b"", "2/.htaccess": b""})

    assert "2" in arrived.sentences("files of no use")


def test_words_and_blocks_that_are_here_stay_and_the_old_ones_are_kept_aside(arrive):
    make_story(author=make_member("Wren"), public=True)
    change_archive(welcome="Ours.")
    Block.objects.create(kind="random", place=Place.FRONT)
    block = {
        "block_id": 5, "block_name": "recent", "block_title": "", "block_status": 1,
        "block_file": "recent/recent.php", "block_variables": "",
    }  # fmt: skip

    arrived = arrive(small(messages=[message(4, "welcome", "Theirs.")], blocks=[block]))

    assert arrived.numbers("words stay as they are here") == ["4"]
    assert arrived.numbers("blocks stay as they are here") == ["5"]
    assert b"Theirs." in Untouched.objects.get(table="messages", column="").raw


@pytest.mark.once
def test_every_line_of_a_report_is_shown_by_a_test():
    tests = "".join(
        path.read_text(encoding="utf-8") for path in Path("tests/importers").rglob("*.py")
    )

    assert {topic for topic in TOPICS if f'"{topic}"' not in tests} == set()
