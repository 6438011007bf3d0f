"""An archive moves in once, however often and however brokenly it is tried."""

from dataclasses import replace

import pytest

from storyhold.accounts.models import PenName
from storyhold.bookmarks.models import Bookmark
from storyhold.importers.intake import moving
from storyhold.importers.intake.steps import STEPS
from storyhold.importers.models import OldNumber
from storyhold.stories.models import Chapter, Story
from storyhold.tags.models import Tag
from tests.cast import make_member, make_review, make_story
from tests.importers.crafted.arrivals import facts, rows_of_all_models, taken_back
from tests.importers.crafted.rows import entry, favorite, small, whole
from tests.importers.dumps import author, chapter, review, settings, story


class PowerCutError(Exception):
    """What ends an import in the middle."""


def rows():
    """How many rows there are, but for the marks that say what is done."""
    counted = rows_of_all_models()
    del counted["importers.Mark"]
    return counted


def test_a_rehearsal_changes_nothing_and_says_what_the_move_will_say(arrive):
    wish = arrive.lay_out(whole())
    before = rows_of_all_models()

    rehearsed = arrive.rehearse(wish)

    assert rows_of_all_models() == before
    moved = arrive.move_in(wish)
    assert rehearsed.report.counts == moved.report.counts
    assert rehearsed.report.first == moved.report.first
    assert dict(rehearsed.report.became) == dict(moved.report.became)


def test_the_same_archive_twice_is_there_once(arrive):
    wish = arrive.lay_out(whole())
    arrive.move_in(wish)
    before, counted = facts(), rows()

    arrive.move_in(wish)
    arrive(whole())  # the same, but a file that nobody has seen: every step looks again

    assert facts() == before
    assert rows() == counted


def test_an_import_that_is_killed_twice_in_every_step_goes_on_where_it_was(arrive, monkeypatch):
    wish = arrive.lay_out(whole())
    with taken_back():
        arrive.move_in(wish)
        expected, counted = facts(), rows()

    for step in STEPS:
        for parts_kept in (0, 1):
            with monkeypatch.context() as patch:
                patch.setattr(moving, "STEPS", broken(step, parts_kept))
                with pytest.raises(PowerCutError):
                    arrive.move_in(wish)
    arrive.move_in(wish)

    assert facts() == expected
    assert rows() == counted


def broken(step, parts_kept):
    """The steps, one of which fails after so many parts were kept and another was written."""

    def bring(desk):
        for part, done in enumerate(step.bring(desk)):
            if part == parts_kept:
                desk.shelves.fill()
                raise PowerCutError
            yield done
        raise PowerCutError

    return [replace(each, bring=bring) if each == step else each for each in STEPS]


def test_a_newer_dump_adds_what_is_new_as_if_it_had_been_the_only_one(arrive):
    old = whole()
    newer = whole(
        authors=[*old["authors"], author(4, "Cleo")],
        stories=[*old["stories"], story(3, 4)],
        chapters=[*old["chapters"], chapter(4, 1, 2, inorder=3), chapter(5, 3, 4)],
        reviews=[*old["reviews"], review(3, 3, chapid=5, uid=2, reviewer="Ada")],
        inseries=[*old["inseries"], entry(1, 3, inorder=3)],
        favorites=[*old["favorites"], favorite(4, 1)],
    )
    with taken_back():
        arrive(newer)
        expected, counted = facts(), rows()

    arrive(old)
    arrive(newer)

    assert facts() == expected
    assert rows() == counted


def test_what_changed_here_since_stays_when_a_newer_dump_comes(arrive):
    arrive(small())
    Story.objects.filter(pk=1).update(title="Renamed here")
    PenName.objects.filter(pk=2).update(name="Ada the Younger")

    arrive(small(stories=[story(1, 2, title="Renamed there"), story(2, 1)]))

    assert Story.objects.get(pk=1).title == "Renamed here"
    assert PenName.objects.get(pk=2).name == "Ada the Younger"


def test_beside_an_archive_that_is_here_things_get_numbers_that_are_free(arrive):
    ada = make_member("Ada")
    ours = make_story(author=ada, title="Ours", public=True, chapters=2)
    make_review(ours.chapters.first(), by=make_member("Gull"))
    taken = {Story: {ours.pk}, PenName: {ada.pen_name.pk}}
    first = ours.pk
    tables = whole(
        authors=[author(ada.pen_name.pk, "Ada"), author(first + 70, "Keeper")],
        stories=[story(first, ada.pen_name.pk, title="Theirs")],
        chapters=[chapter(ours.chapters.first().pk, first, ada.pen_name.pk)],
        coauthors=[],
    )

    arrived = arrive(tables)

    theirs = Story.objects.get(title="Theirs")
    assert theirs.pk not in taken[Story]
    assert ours.chapters.count() == 2
    assert theirs.chapters.get().text.html == Chapter.objects.get(story=theirs).text.html
    assert OldNumber.objects.get(kind="story", old=first).new == theirs.pk
    assert [name.name for name in theirs.authors_shown] == ["Ada (2)"]
    assert arrived.numbers("pen name was taken") == [str(ada.pen_name.pk)]
    assert arrived.proof().is_whole
    assert Tag.objects.filter(kind__key="category", name="Tides").count() == 1


def test_two_archives_move_in_one_after_the_other(arrive):
    arrive(small())
    other = settings(sitekey="reef", sitename="The Reef", url="http://reef.example")
    arrived = arrive(small(settings=[other]))

    assert Story.objects.count() == 4
    assert Chapter.objects.count() == 6
    # Who has the same confirmed address is the same member; what was kept is kept once.
    assert sorted(PenName.objects.values_list("name", flat=True)) == ["Ada", "Ben", "Keeper"]
    assert arrived.numbers("favorite was here") == ["3:AU:2"]
    assert Bookmark.objects.count() == 3
    assert arrived.proof().is_whole
