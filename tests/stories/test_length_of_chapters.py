"""The house rules say how many words a chapter has at least and at most."""

import pytest

from storyhold.stories.actions.at_once import begin_and_publish_story
from storyhold.stories.actions.publishing import publish_chapter, publish_story
from storyhold.stories.actions.writing import Details, Draft, restore_revision, save_chapter
from storyhold.stories.models import Chapter
from storyhold.stories.refusals import (
    ChapterIsTooLong,
    ChapterIsTooShort,
    PublicChapterIsTooLong,
    PublicChapterIsTooShort,
    StoryHasNoText,
)
from tests.cast import change_rules, make_chapter, make_story


@pytest.fixture(autouse=True)
def from_three_to_five_words():
    change_rules(least_words=3, most_words=5)


def chapter_of(words, *, ada):
    return make_story(author=ada, text="word " * words).chapters.get()


def save(chapter, words, *, ada):
    draft = Draft(title="Part 1", text="word " * words)
    return save_chapter(chapter, draft, by=ada, seen_revision=chapter.revision_number)


@pytest.mark.parametrize("words", [3, 4, 5])
def test_what_fits_is_published(ada, words):
    assert publish_chapter(chapter_of(words, ada=ada)).is_public


@pytest.mark.parametrize(("words", "refusal"), [(2, ChapterIsTooShort), (6, ChapterIsTooLong)])
def test_what_does_not_is_kept_as_a_draft(ada, words, refusal):
    with pytest.raises(refusal) as refused:
        begin_and_publish_story(
            Details(title="Low Water"), Draft(text="word " * words), by=ada.pen_name
        )

    assert refused.value.chapter == Chapter.objects.get()
    assert not Chapter.objects.get().is_public


def test_no_limit_is_none(ada):
    change_rules(least_words=0, most_words=0)

    assert publish_chapter(chapter_of(9, ada=ada)).is_public


def test_of_a_story_the_chapters_that_fit_are_published(ada):
    story = make_story(author=ada, text="one two three")
    make_chapter(story, author=ada, text="one")

    publish_story(story)

    assert list(story.chapters.values_list("is_public", flat=True)) == [True, False]


def test_a_story_in_which_none_fits_says_why(ada):
    with pytest.raises(ChapterIsTooShort):
        publish_story(make_story(author=ada, text="one"))
    with pytest.raises(StoryHasNoText):
        publish_story(make_story(author=ada, text=""))


@pytest.mark.parametrize(
    ("words", "refusal"), [(2, PublicChapterIsTooShort), (6, PublicChapterIsTooLong)]
)
def test_a_change_takes_no_public_chapter_across_a_limit(ada, words, refusal):
    chapter = publish_chapter(chapter_of(4, ada=ada))

    with pytest.raises(refusal):
        save(chapter, words, ada=ada)

    assert chapter.revisions.count() == 1


def test_what_is_older_than_the_rule_may_be_corrected(ada):
    change_rules(least_words=0, most_words=0)
    chapter = publish_chapter(chapter_of(9, ada=ada))
    change_rules(least_words=3, most_words=5)

    chapter = save(chapter, 8, ada=ada)
    assert chapter.word_count == 8

    assert restore_revision(chapter.revisions.get(number=1), by=ada).word_count == 9


def test_a_draft_may_have_any_length(ada):
    assert save(chapter_of(4, ada=ada), 1, ada=ada).word_count == 1
