"""The index follows the database, whatever happens to either."""

import pytest

from storyhold.accounts.actions import rename
from storyhold.search import actions
from storyhold.search.actions import Keeper
from storyhold.search.here import known_until, the_index
from storyhold.search.index import Where
from storyhold.search.models import Change
from storyhold.search.queries import stories_found
from storyhold.search.question import read
from storyhold.search.refusals import IndexIsInUse
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.publishing import (
    publish_chapter,
    publish_story,
    unpublish_chapter,
    unpublish_story,
)
from storyhold.stories.actions.trash import delete_chapter, delete_story, restore_story
from storyhold.stories.actions.writing import Details, Draft, change_details, save_chapter
from storyhold.stories.models import Story
from storyhold.tags.actions import add_tag
from storyhold.tags.actions.keeping import AboutTag, change_tag
from storyhold.tags.models import TagKind
from tests.cast import make_chapter, make_member, make_story


def found(typed: str, where: Where = Where.EVERYTHING) -> list[str]:
    ids = stories_found(read(typed), where).stories
    return [Story.objects.get(pk=pk).title for pk in ids]


def test_what_is_public_is_found_and_nothing_else(ada, index):
    story = make_story(
        author=ada, title="Lamps", public=True, text="A tide.", summary="Of *night*."
    )
    make_chapter(story, author=ada, text="Only a draft.")
    make_story(author=ada, title="Unfinished lamps")
    index.keep()

    for typed in ("lamps", "tide", "night", "ada", "part", "lamps tide night"):
        assert found(typed) == ["Lamps"], typed
    assert found("draft") == found("unfinished") == []
    assert known_until()


def test_every_deed_is_followed_and_what_was_is_not_found_before_it_is(ada, index):
    story = make_story(author=ada, title="Lamps", public=True, chapters=2, text="A tide.")
    first, second = story.chapters.order_by("number")
    genre = add_tag(TagKind.objects.get(key="genre"), "Elegy")
    ben, ebb = make_member("Ben"), Draft(title="", text="Ebb.")

    def co_author() -> None:
        accept_co_authorship(invite_co_author(story, name="Ben"))

    deeds = [
        (lambda: change_details(story, Details(title="Lanterns")), "lamps", "lanterns"),
        (lambda: save_chapter(first, ebb, by=ada, seen_revision=1), "", "ebb"),
        (lambda: change_details(story, Details(title="L", tags={"genre": ["Elegy"]})), "", "elegy"),
        (lambda: change_tag(genre, AboutTag(name="Lament")), "elegy", "lament"),
        (lambda: unpublish_chapter(second), "tide", "ebb"),
        (co_author, "", "ben"),
        (lambda: rename(ben.pen_name, "Bertram"), "ben -bertram", "bertram"),
        (lambda: unpublish_story(story), "ebb", ""),
        (lambda: publish_story(story), "", "ebb"),
        (lambda: publish_chapter(second), "", "tide"),
        (lambda: delete_chapter(second), "tide", "ebb"),
        (lambda: delete_story(story), "ebb", ""),
        (lambda: restore_story(story), "", ""),
        (lambda: publish_story(story), "", "ebb"),
    ]
    index.keep()
    for number, (deed, gone, come) in enumerate(deeds):
        deed()
        assert not gone or found(gone) == [], number  # at once, not only when it is written
        index.keep()
        assert not gone or found(gone) == [], number
        assert not come or found(come) == [Story.objects.get().title], number


def test_what_came_without_a_word_is_found_by_comparing(ada, index, monkeypatch):
    index.keep()  # has compared for now
    story = make_story(author=ada, title="Lamps", public=True)
    gone = make_story(author=ada, title="Lanterns", public=True)
    Change.objects.all().delete()  # as where an archive moved in, or a backup was brought back
    index.keep()
    assert found("lamps") == []

    monkeypatch.setattr(actions, "COMPARE_EVERY", 0.0)
    index.keep()
    assert found("lamps OR lanterns") != []
    Story.objects.filter(pk=gone.pk).update(is_public=False)
    index.keep()

    assert the_index().held() == {story.pk: 0}


def test_a_crowd_is_waited_for_until_no_more_come(ada, index, monkeypatch):
    monkeypatch.setattr(actions, "COMPARE_EVERY", 0.0)
    monkeypatch.setattr(actions, "CROWD", 0)
    monkeypatch.setattr(actions, "LETTERS_AT_ONCE", 1)
    monkeypatch.setattr(actions, "AT_ONCE", 1)
    make_story(author=ada, title="Lamps", public=True)
    Change.objects.all().delete()

    index.keep()
    assert not known_until()
    make_story(author=ada, title="Lanterns", public=True)
    Change.objects.all().delete()
    index.keep()
    assert the_index().held() == {}
    index.keep()
    assert len(the_index().held()) == 1  # one turn
    assert "being made" in str(stories_found(read("x"), Where.EVERYTHING).remarks)
    index.keep()

    assert len(the_index().held()) == 2
    assert known_until()


def test_an_index_that_is_lost_is_made_anew_by_itself(ada, index):
    make_story(author=ada, title="Lamps", public=True)
    index.keep()
    for path in the_index().folder.iterdir():
        path.write_bytes(b"")

    answer = stories_found(read("lamps"), Where.EVERYTHING)
    assert answer.stories == []
    assert "being made" in answer.remarks[0]
    index.keep()  # notices
    index.keep()  # writes

    assert found("lamps") == ["Lamps"]


def test_one_process_writes_at_a_time(ada, index):
    make_story(author=ada, title="Lamps", public=True)
    index.keep()
    busy = Keeper().rebuild()
    make_story(author=ada, title="Lanterns", public=True)

    with actions._alone():
        index.keep()
        with pytest.raises(IndexIsInUse):
            next(busy)
    assert found("lanterns") == []

    assert list(Keeper().rebuild()) == []
    assert sorted(found("lamps OR lanterns")) == ["Lamps", "Lanterns"]


def test_where_no_whole_word_fits_its_beginning_does_and_it_is_said(ada, index):
    make_story(author=ada, title="Lighthouse", public=True)
    index.keep()

    answer = stories_found(read("light"), Where.EVERYTHING)

    assert len(answer.stories) == 1
    assert "words that begin so" in answer.remarks[0]
