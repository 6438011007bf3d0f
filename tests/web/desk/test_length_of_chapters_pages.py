from storyhold.stories.models import Chapter, Story
from tests.cast import change_rules, make_story

WORDS = {"chapter_title": "Rain", "text": "It rained.", "format": "plain"}


def test_too_short_a_story_is_kept_as_a_draft(adas, typed):
    change_rules(least_words=1000)

    page = adas.post("/desk/new/publish/", typed, follow=True)

    chapter = Chapter.objects.get()
    assert page.redirect_chain[0][0] == f"/desk/chapters/{chapter.pk}/"
    assert "at least 1,000" in page.content.decode()
    assert not Story.objects.get().is_public


def test_so_is_a_chapter_and_a_change_to_one(adas, ada):
    change_rules(most_words=1)
    story = make_story(author=ada, chapters=0)
    adas.post(f"/desk/stories/{story.pk}/chapters/new/publish/", WORDS)
    chapter = Chapter.objects.get()

    typed = WORDS | {"text": "It rained all day.", "revision": "1"}
    page = adas.post(f"/desk/chapters/{chapter.pk}/save-and-publish/", typed, follow=True)

    assert "at most 1 in a chapter" in page.content.decode()
    chapter.refresh_from_db()
    assert (chapter.is_public, chapter.word_count) == (False, 4)


def test_publishing_from_the_list_says_why_not(adas, ada):
    change_rules(least_words=1000)
    story = make_story(author=ada)

    for address in (f"stories/{story.pk}", f"chapters/{story.chapters.get().pk}"):
        page = adas.post(f"/desk/{address}/publish/", follow=True)
        assert "at least 1,000" in page.content.decode()
