"""Every save is kept, byte for byte."""

import pytest

from storyhold.stories.actions.at_once import save_and_publish_chapter
from storyhold.stories.actions.writing import Draft, restore_revision, save_chapter
from storyhold.stories.models import Chapter
from storyhold.stories.refusals import (
    ChapterChangedMeanwhile,
    ChapterTextIsTooLong,
    PublicChapterIsEmpty,
)
from tests.cast import make_story

TYPED = "  Two spaces before.\r\n\r\nTrailing ones.   \r\n\t\r\n\r\ne\u0301 is not é\u200b\n\n\n"


@pytest.fixture
def chapter(ada):
    return make_story(author=ada, text="First.").chapters.get()


@pytest.mark.parametrize("written_as", ["plain", "html"])
def test_the_source_is_kept_letter_for_letter(ada, chapter, written_as):
    draft = Draft(text=TYPED, format=written_as, opening_note=" note\r\n ", closing_note="\n")

    save_chapter(chapter, draft, by=ada, seen_revision=1)

    kept = chapter.revisions.get(number=2)
    assert kept.source == TYPED
    assert kept.format == written_as
    assert (kept.opening_note, kept.closing_note) == (" note\r\n ", "\n")
    assert kept.saved_by == ada


def test_the_text_shown_is_the_newest(ada, chapter):
    save_chapter(chapter, Draft(title="T", text="*Second*"), by=ada, seen_revision=1)

    chapter = Chapter.objects.select_related("text").get()
    assert chapter.title == "T"
    assert "<em>Second</em>" in chapter.text.html
    assert chapter.text.html == chapter.revisions.get(number=2).html
    assert chapter.revision_number == 2
    assert "First." in chapter.revisions.get(number=1).html


def test_a_save_that_changes_nothing_makes_no_revision(ada, chapter):
    draft = Draft(title="T", text="One.\n\nTwo.")
    save_chapter(chapter, draft, by=ada, seen_revision=1)

    # As a browser sends the same lines, and from a page that was opened before.
    again = Draft(title=" T ", text="One.\r\n\r\nTwo.")
    save_chapter(chapter, again, by=ada, seen_revision=1)

    assert chapter.revisions.count() == 2
    assert chapter.revisions.get(number=2).source == "One.\n\nTwo."


@pytest.mark.parametrize(
    "draft",
    [
        Draft(title="Part 1", text="First. "),
        Draft(title="Part 2", text="First."),
        Draft(title="Part 1", text="First.", format="html"),
        Draft(title="Part 1", text="First.", opening_note="n"),
        Draft(title="Part 1", text="First.", closing_note="n"),
    ],
)
def test_whatever_changes_makes_one(ada, chapter, draft):
    save_chapter(chapter, draft, by=ada, seen_revision=1)

    assert chapter.revisions.count() == 2


def test_the_second_of_two_tabs_overwrites_nothing(ada, chapter):
    save_chapter(chapter, Draft(text="From the first tab."), by=ada, seen_revision=1)

    with pytest.raises(ChapterChangedMeanwhile):
        save_chapter(chapter, Draft(text="From the second."), by=ada, seen_revision=1)

    chapter.refresh_from_db()
    assert chapter.revision_number == chapter.revisions.count() == 2
    assert "first tab" in chapter.text.html


def test_publishing_from_the_second_tab_is_refused_as_well(ada, chapter):
    save_chapter(chapter, Draft(text="From the first tab."), by=ada, seen_revision=1)

    with pytest.raises(ChapterChangedMeanwhile):
        save_and_publish_chapter(chapter, Draft(text="Second."), by=ada, seen_revision=1)

    chapter.refresh_from_db()
    assert not chapter.is_public


def test_an_old_revision_becomes_the_newest_and_nothing_is_lost(ada, ben, chapter):
    save_chapter(chapter, Draft(text="Second."), by=ada, seen_revision=1)

    restore_revision(chapter.revisions.get(number=1), by=ben)

    chapter.refresh_from_db()
    assert chapter.revision_number == 3
    assert [revision.source for revision in chapter.revisions.order_by("number")] == [
        "First.",
        "Second.",
        "First.",
    ]
    assert "First." in chapter.text.html
    assert chapter.revisions.get(number=3).saved_by == ben


def test_restoring_the_newest_changes_nothing(ada, chapter):
    restore_revision(chapter.revisions.get(), by=ada)

    assert chapter.revisions.count() == 1


def test_a_chapter_that_readers_see_is_not_left_empty(ada):
    chapter = make_story(author=ada, public=True, text="First.").chapters.get()

    with pytest.raises(PublicChapterIsEmpty):
        save_chapter(chapter, Draft(text=" \n"), by=ada, seen_revision=1)

    assert chapter.revisions.count() == 1


def test_nor_by_restoring_an_empty_revision(ada):
    chapter = make_story(author=ada, text="").chapters.get()
    save_and_publish_chapter(chapter, Draft(text="Words."), by=ada, seen_revision=1)

    with pytest.raises(PublicChapterIsEmpty):
        restore_revision(chapter.revisions.get(number=1), by=ada)


def test_a_text_that_no_page_can_carry_is_refused(ada, chapter, monkeypatch):
    monkeypatch.setattr("storyhold.stories.actions.writing.MOST_LETTERS", 10)

    with pytest.raises(ChapterTextIsTooLong, match="11 characters"):
        save_chapter(chapter, Draft(text="x" * 11), by=ada, seen_revision=1)


def test_readers_of_a_public_chapter_get_what_was_saved(ada):
    story = make_story(author=ada, public=True, text="One two three.")

    save_chapter(story.chapters.get(), Draft(text="One."), by=ada, seen_revision=1)

    story.refresh_from_db()
    assert story.word_count == 1


@pytest.mark.parametrize("text", ["a\u202eb\u202c", "\x01\x02", "<b>" * 5000])
def test_odd_texts_are_kept_as_well(ada, chapter, text):
    save_chapter(chapter, Draft(text=text), by=ada, seen_revision=1)

    assert chapter.revisions.get(number=2).source == text
