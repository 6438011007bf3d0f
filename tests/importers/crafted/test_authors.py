"""Co-authors, and authors who are gone: whoever wrote something is named, or it is said."""

import pytest

from storyhold.accounts.models import Member
from storyhold.claims.models import Unclaimed, Why
from storyhold.importers.models import Untouched
from storyhold.series.models import Series
from storyhold.stories.models import Chapter, Story
from tests.importers.crafted.rows import small
from tests.importers.dumps import author, chapter, prefs, series, story

pytestmark = pytest.mark.once

FIVE = [author(uid, name) for uid, name in enumerate(["Keeper", "Ada", "Ben", "Dot", "Eve"], 1)]

# The column of stories, the rows of the table, who signs, and what is said of story 1.
SIGNED = {
    "a list of two": ("3,5", [(1, 5)], ["Ada", "Ben", "Eve"], None),
    "a list with blanks": ("3, 5", [], ["Ada", "Ben", "Eve"], None),
    "a flag with rows": ("1", [(1, 3)], ["Ada", "Ben"], None),
    "a flag without rows": ("1", [(2, 3)], ["Ada"], "co-author flag without co-authors"),
    "the author, twice": ("2,3,2,3", [(1, 2)], ["Ada", "Ben"], None),
    "nobody": ("", [(2, 3)], ["Ada"], None),
    "somebody who is gone": ("3,77", [], ["Ada", "Ben"], "co-author is gone"),
}


@pytest.mark.parametrize("case", SIGNED)
def test_co_authors_are_those_of_column_and_table(arrive, case):
    column, rows, signers, topic = SIGNED[case]

    arrived = arrive(
        small(
            authors=FIVE,
            stories=[story(1, 2, coauthors=column), story(2, 1)],
            coauthors=[{"sid": sid, "uid": uid} for sid, uid in rows],
        )
    )

    assert [name.name for name in Story.objects.get(pk=1).authors_shown] == signers
    assert topic is None or arrived.numbers(topic) == ["1"]


def test_before_there_was_a_table_a_lone_1_is_member_1(arrive):
    tables = small(stories=[story(1, 2, coauthors="1"), story(2, 1)])
    del tables["coauthors"]
    tables["authorprefs"] = [without(prefs(2), "stories")]

    arrived = arrive(tables)

    assert [name.name for name in Story.objects.get(pk=1).authors_shown] == ["Ada", "Keeper"]
    assert not arrived.numbers("co-author flag without co-authors")


def without(row, column):
    return {name: value for name, value in row.items() if name != column}


def test_a_co_author_of_a_story_that_is_gone_is_kept_aside(arrive):
    arrived = arrive(small(coauthors=[{"sid": 88, "uid": 3}]))

    assert arrived.numbers("co-author of a story that is gone") == ["88:3"]
    assert b'"sid": "88"' in Untouched.objects.get(table="coauthors", number="88:3").raw


def test_works_of_who_is_gone_are_signed_by_a_former_member_who_can_be_found_again(arrive):
    arrived = arrive(
        small(
            stories=[story(1, 31), story(2, 1)],
            chapters=[chapter(1, 1, 31), chapter(3, 2, 32)],
            series=[series(1, 33)],
        )
    )

    assert arrived.numbers("story's author is gone") == ["1"]
    assert "3" in arrived.numbers("chapter's author is gone")
    assert arrived.numbers("series' owner is gone") == ["1"]
    assert Chapter.objects.get(pk=1).signed_by == Story.objects.get(pk=1).authors_shown[0]
    assert Series.objects.get(pk=1).owner.name == "Former member 33"
    former = Member.objects.filter(unclaimed__why=Why.FORMER)
    assert former.count() == 3
    assert not any(member.has_usable_password() for member in former)
    assert Unclaimed.objects.filter(why=Why.FORMER).count() == 3


def test_chapters_of_a_round_robin_stay_with_their_writers(arrive):
    arrive(
        small(
            stories=[story(1, 2, rr="1"), story(2, 1)],
            chapters=[chapter(1, 1, 2), chapter(2, 1, 3, inorder=2), chapter(3, 2, 1)],
        )
    )

    assert Story.objects.get(pk=1).is_round_robin
    assert [name.name for name in Story.objects.get(pk=1).authors_shown] == ["Ada"]
    assert Chapter.objects.get(pk=2).signed_by.name == "Ben"
