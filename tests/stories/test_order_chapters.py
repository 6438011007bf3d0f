"""Numbers from 1, without gaps, whatever happens."""

import pytest

from storyhold.stories.actions.ordering import move_chapter
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.actions.trash import delete_chapter, restore_chapter
from storyhold.stories.refusals import LastChapter, NoSuchPlace
from tests.cast import make_chapter, make_story


def order(story):
    live = story.chapters.filter(deleted_at=None).order_by("number")
    assert [chapter.number for chapter in live] == list(range(1, len(live) + 1))
    return [chapter.title for chapter in live]


@pytest.mark.parametrize(
    ("number", "to", "expected"),
    [(1, 3, "2 3 1 4"), (4, 1, "4 1 2 3"), (2, 2, "1 2 3 4"), (2, 4, "1 3 4 2")],
)
def test_a_chapter_moves_and_the_others_make_room(ada, number, to, expected):
    story = make_story(author=ada, chapters=4)

    move_chapter(story.chapters.get(number=number), to=to)

    assert order(story) == [f"Part {part}" for part in expected.split()]


@pytest.mark.parametrize("to", [0, -1, 5, 10**12])
def test_there_is_no_place_beyond_the_last(ada, to):
    story = make_story(author=ada, chapters=4)

    with pytest.raises(NoSuchPlace):
        move_chapter(story.chapters.get(number=2), to=to)

    assert order(story) == ["Part 1", "Part 2", "Part 3", "Part 4"]


def test_deleting_closes_the_gap_and_restoring_opens_it_again(ada):
    story = make_story(author=ada, chapters=4)
    second = story.chapters.get(number=2)

    delete_chapter(second)
    assert order(story) == ["Part 1", "Part 3", "Part 4"]

    second.refresh_from_db()
    restore_chapter(second)
    assert order(story) == ["Part 1", "Part 2", "Part 3", "Part 4"]


def test_two_deleted_from_one_place_both_come_back(ada):
    story = make_story(author=ada, chapters=3)
    for _ in range(2):
        delete_chapter(story.chapters.get(number=2, deleted_at=None))

    for chapter in story.chapters.exclude(deleted_at=None):
        restore_chapter(chapter)

    assert sorted(order(story)) == ["Part 1", "Part 2", "Part 3"]


def test_a_chapter_comes_back_to_the_end_where_there_are_fewer_now(ada):
    story = make_story(author=ada, chapters=4)
    last = story.chapters.get(number=4)
    delete_chapter(last)
    for number in (3, 2):
        delete_chapter(story.chapters.get(number=number, deleted_at=None))

    last.refresh_from_db()
    restore_chapter(last)

    assert order(story) == ["Part 1", "Part 4"]


def test_a_new_chapter_goes_to_the_end_and_leaves_the_trash_alone(ada):
    story = make_story(author=ada, chapters=2)
    delete_chapter(story.chapters.get(number=2))

    make_chapter(story, author=ada, title="New")

    assert order(story) == ["Part 1", "New"]


def test_the_only_public_chapter_of_a_public_story_is_not_deleted(ada):
    story = make_story(author=ada, public=True)
    make_chapter(story, author=ada, title="Draft")

    with pytest.raises(LastChapter):
        delete_chapter(story.chapters.get(number=1))

    assert order(story) == ["Part 1", "Draft"]


def test_the_only_chapter_of_a_draft_may_go(ada):
    story = unpublish_story(make_story(author=ada, public=True))

    delete_chapter(story.chapters.get())

    assert order(story) == []
