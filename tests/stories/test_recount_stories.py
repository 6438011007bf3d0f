"""The numbers kept beside a story."""

from storyhold.stories.actions.counting import recount
from storyhold.stories.models import Story
from tests.cast import make_story


def test_what_is_right_is_left_alone(ada):
    make_story(author=ada, public=True, chapters=2)
    make_story(author=ada)

    assert list(recount()) == []


def test_what_has_drifted_is_put_right_and_reported(ada):
    story = make_story(author=ada, public=True, chapters=2, text="One two three.")
    Story.objects.update(word_count=99, chapter_count=0)

    drifts = {drift.counter: (drift.was, drift.is_now) for drift in recount()}

    assert drifts == {"word_count": (99, 6), "chapter_count": (0, 2)}
    story.refresh_from_db()
    assert (story.word_count, story.chapter_count) == (6, 2)
