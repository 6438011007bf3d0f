from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.leaving.package.everything import files_of
from storyhold.reading.access import progress_of
from storyhold.reading.actions.forgetting import (
    forget,
    forget_all,
    remember_again,
    remember_nothing,
)
from storyhold.reading.actions.placing import Carried, note_place, start_here, take_along
from storyhold.reading.actions.shelving import put_on_shelf, write_note
from storyhold.reading.models import Progress, Shelf
from storyhold.reading.queries import (
    being_read,
    containing,
    filled_shelves,
    history_of,
    progress_in,
    shelf_of,
    way_on,
    with_chapters_ahead,
)
from storyhold.reading.rules import Spot
from storyhold.stories.actions.ordering import move_chapter
from storyhold.stories.actions.publishing import publish_chapter, unpublish_story
from storyhold.stories.actions.trash import delete_chapter, delete_story
from storyhold.stories.models import Chapter, Story
from tests.cast import make_chapter, make_member, make_story


@pytest.fixture
def story(ada):
    """In five chapters, all of them public."""
    return make_story(author=ada, public=True, chapters=5)


def chapter(story, number):
    return story.chapters.select_related("story").get(number=number, deleted_at=None)


def read(member, chapter, **spot):
    known = progress_in(chapter.story_id, member=member)
    note_place(chapter, Spot(**spot), by=member, known=known)


def way(member, story):
    chapters = story.chapters.filter(deleted_at=None).order_by("number")
    found = way_on(progress_in(story.pk, member=member), list(chapters))
    return found.chapter.number, found.paragraph, found.ahead, found.new


def shelf(member, story):
    return progress_in(story.pk, member=member).shelf


def test_the_place_moves_on_and_never_back_by_itself(ben, story):
    read(ben, chapter(story, 3), paragraph=4, mark="abc")
    assert way(ben, story) == (3, 4, 2, 0)

    read(ben, chapter(story, 1), paragraph=90)
    read(ben, chapter(story, 3), paragraph=2)
    assert way(ben, story) == (3, 4, 2, 0)

    read(ben, chapter(story, 3), paragraph=7)
    assert way(ben, story) == (3, 7, 2, 0)
    read(ben, chapter(story, 4))
    assert way(ben, story) == (4, 0, 1, 0)


def test_start_here_puts_it_back(ben, story):
    read(ben, chapter(story, 4), paragraph=3)

    start_here(chapter(story, 2), by=ben)

    assert way(ben, story) == (2, 0, 3, 0)


def test_whoever_has_seen_the_end_of_a_chapter_goes_on_with_the_next(ben, story):
    read(ben, chapter(story, 2), paragraph=3, is_end=True)
    assert way(ben, story) == (3, 0, 3, 0)

    read(ben, chapter(story, 2), paragraph=9)
    assert way(ben, story) == (3, 0, 3, 0)


def test_of_two_devices_the_one_further_on_is_kept(ben, story):
    read(ben, chapter(story, 1))
    as_both_knew_it = progress_in(story.pk, member=ben)

    note_place(chapter(story, 3), by=ben, known=as_both_knew_it)
    note_place(chapter(story, 2), by=ben, known=as_both_knew_it)

    assert way(ben, story) == (3, 0, 2, 0)


def test_the_place_goes_with_its_chapter_and_survives_it(ada, ben, story):
    read(ben, chapter(story, 3), paragraph=4)

    move_chapter(chapter(story, 5), to=1)
    assert way(ben, story) == (4, 4, 1, 0)

    delete_chapter(chapter(story, 4))
    assert way(ben, story) == (4, 0, 1, 0)
    assert [each.ahead for each in with_chapters_ahead(progress_of(ben))] == [1]

    Chapter.objects.exclude(deleted_at=None).delete()
    assert way(ben, story) == (3, 0, 2, 0)  # rather too early than too late


def test_new_chapters_are_those_published_since(ada, ben, story):
    read(ben, chapter(story, 4))
    Progress.objects.update(placed_at=now() - timedelta(days=1))
    story.chapters.update(published_at=now() - timedelta(days=2))

    for _number in range(2):
        make_chapter(story, author=ada, public=True)
    make_chapter(story, author=ada)

    readable = list(story.chapters.filter(is_public=True).order_by("number"))
    assert way_on(progress_in(story.pk, member=ben), readable).new == 2
    (found,) = being_read(ben, most=3)
    assert (found.ahead, found.new) == (3, 2)


def test_what_is_opened_is_being_read_until_it_is_read_through(ben, story):
    put_on_shelf(story, Shelf.LATER, by=ben)
    read(ben, chapter(story, 1))
    assert shelf(ben, story) == Shelf.READING

    read(ben, chapter(story, 5), is_end=True)
    assert shelf(ben, story) == Shelf.READING  # its author goes on with it

    Story.objects.update(is_complete=True)
    start_here(chapter(story, 4), by=ben)
    read(ben, chapter(story, 5), is_end=True)
    assert shelf(ben, story) == Shelf.FINISHED


def test_a_dropped_story_stays_dropped(ben, story):
    put_on_shelf(story, Shelf.DROPPED, by=ben)

    read(ben, chapter(story, 2))

    assert shelf(ben, story) == Shelf.DROPPED
    assert way(ben, story) == (2, 0, 3, 0)


def test_finished_is_read_to_the_end_and_unread_has_no_place(ben, story):
    put_on_shelf(story, Shelf.FINISHED, by=ben)
    assert way(ben, story) == (5, 0, 0, 0)

    put_on_shelf(story, Shelf.UNREAD, by=ben)
    assert not progress_in(story.pk, member=ben).has_begun


def test_shelves_hold_what_the_member_may_still_see(ada, ben, story):
    other = make_story(author=ada, public=True, title="Another", chapters=2)
    for each in (story, other):
        put_on_shelf(each, Shelf.LATER, by=ben)
    read(ben, chapter(other, 2))

    numbers = {each.shelf: (each.stories, each.unread) for each in filled_shelves(ben)}
    assert numbers == {"reading": (1, 0), "later": (1, 1), "finished": (0, 0), "dropped": (0, 0),
                       "unread": (0, 0)}  # fmt: skip
    assert list(shelf_of(ben, Shelf.LATER)) == [story]
    assert not shelf_of(make_member("Dora"), Shelf.LATER).exists()

    unpublish_story(story)
    delete_story(other)
    assert not shelf_of(ben, Shelf.LATER).exists()
    assert not progress_of(ben).exists()
    assert progress_of(ada).count() == 0


def test_the_history_is_searched(ada, ben, story):
    other = make_story(author=make_member("Élodie"), public=True, title="Salt and Iron")
    for each in (story, other):
        read(ben, chapter(each, 1))
    put_on_shelf(make_story(author=ada, public=True, title="Not opened"), Shelf.LATER, by=ben)
    write_note(progress_in(story.pk, member=ben), "The <b>lighthouse</b> one")

    found = {
        words: [each.story for each in containing(history_of(ben), words)]
        for words in ("salt", "élodie", "lighthouse", "salt élodie", "salt lighthouse", "")
    }

    assert found == {"salt": [other], "élodie": [other], "lighthouse": [story],
                     "salt élodie": [other], "salt lighthouse": [], "": [other, story]}  # fmt: skip


def test_who_wants_nothing_remembered_has_it_so(ben, story):
    read(ben, chapter(story, 1))
    remember_nothing(ben)

    read(ben, chapter(story, 2))
    assert way(ben, story) == (1, 0, 4, 0)  # what was there stays until it is asked to go

    forget_all(ben)
    read(ben, chapter(story, 2))
    assert not Progress.objects.exists()
    put_on_shelf(story, Shelf.LATER, by=ben)  # by hand

    remember_again(ben)
    read(ben, chapter(story, 2))
    assert way(ben, story) == (2, 0, 3, 0)
    forget(progress_of(ben).get())
    assert not Progress.objects.exists()


def test_a_device_s_places_come_along_once(ada, ben, story):
    own = make_story(author=ben, public=True)
    hidden = make_story(author=ada)
    other = make_story(author=ada, public=True)
    read(ben, chapter(story, 3))
    long_ago = now() - timedelta(days=30)
    carried = [
        Carried(chapter(story, 2).pk, Spot(8), now()),
        Carried(chapter(other, 1).pk, Spot(2, "abc"), long_ago),
        *(Carried(chapter(each, 1).pk, Spot(1), now()) for each in (own, hidden)),
        Carried(10**9, Spot(1), now()),
    ]

    for _time in range(2):
        assert take_along(carried, by=ben) == 2

    assert way(ben, story) == (3, 0, 2, 0)
    assert way(ben, other) == (1, 2, 0, 0)
    assert progress_in(other.pk, member=ben).read_at == long_ago
    assert Progress.objects.count() == 2


def test_it_is_in_the_member_s_package_and_goes_with_the_account(ben, story):
    read(ben, chapter(story, 2))
    write_note(progress_in(story.pk, member=ben), "For the train.")

    package = {path: content.decode() for path, content in files_of(ben) if "more/" in path}
    assert "For the train." in package["more/reading.progress.json"]

    ben.delete()
    assert not Progress.objects.exists()


def test_a_chapter_published_later_is_not_the_place_of_anybody(ada, ben, story):
    draft = make_chapter(story, author=ada)
    read(ben, chapter(story, 5), is_end=True)
    assert filled_shelves(ben)[0].unread == 0

    publish_chapter(draft)

    assert filled_shelves(ben)[0].unread == 1
