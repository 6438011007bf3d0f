import pytest

from storyhold.accounts.actions import trust_member
from storyhold.archive.queries import forget_archive
from storyhold.stories.models import Story
from tests.cast import change_rules, make_story


@pytest.fixture(autouse=True)
def forgotten():
    yield
    forget_archive()


def words(answer):
    return answer.content.decode()


def test_what_waits_says_so_and_can_be_written_on_or_withdrawn(adas, ada, bens, typed):
    change_rules(new_work_waits=True)

    answer = adas.post("/desk/new/publish/", typed, follow=True)

    assert "“Low Water” is handed in. It waits for approval" in words(answer)
    story = Story.objects.get()
    chapter = story.chapters.get()
    desk, editor = f"/desk/stories/{story.pk}/", f"/desk/chapters/{chapter.pk}/"
    assert "1 waits for approval" in words(adas.get("/desk/"))
    assert "Publish the story" not in words(adas.get(desk))
    assert f"{editor}save-and-publish/" not in words(adas.get(editor))
    assert "Waiting" in words(adas.get(story.get_absolute_url()))
    assert bens.get(story.get_absolute_url()).status_code == 404
    assert bens.get(chapter.get_absolute_url()).status_code == 404
    assert "Low Water" not in words(bens.get("/stories/"))

    saved = adas.post(editor, typed | {"text": "More of it.", "revision": "1"}, follow=True)
    assert "Chapter 1 is saved. It waits for approval" in words(saved)

    withdrawn = adas.post(f"{desk}unpublish/", follow=True)
    assert "“Low Water” is withdrawn. It is a draft" in words(withdrawn)
    handed_in = adas.post(f"{editor}publish/", follow=True)
    assert "Chapter 1 is handed in. It waits for approval" in words(handed_in)
    withdrawn = adas.post(f"{editor}unpublish/", follow=True)
    assert "Chapter 1 is withdrawn. It is a draft" in words(withdrawn)
    handed_in = adas.post(f"{desk}publish/", follow=True)
    assert "“Low Water” is handed in. It waits for approval" in words(handed_in)


def test_while_nothing_new_is_taken_no_way_leads_there_and_typed_words_are_kept(adas, ada, typed):
    story = make_story(author=ada)
    new_chapter = f"/desk/stories/{story.pk}/chapters/new/"
    change_rules(submissions_open=False)

    for page in ("/desk/", f"/desk/stories/{story.pk}/", "/stories/"):
        assert "/desk/new/" not in words(adas.get(page))
        assert new_chapter not in words(adas.get(page))
    for page in ("/desk/new/", new_chapter):
        assert "takes no new stories and chapters" in words(adas.get(page))
        refused = adas.post(page, typed)
        assert refused.status_code == 422
        assert "takes no new stories and chapters" in words(refused)
        assert "The lamp was lit." in words(refused)
    stays = adas.post(f"/desk/stories/{story.pk}/publish/", follow=True)
    assert "stays a draft" in words(stays)

    trust_member(ada, is_trusted=False, may_always_submit=True)

    assert "/desk/new/" in words(adas.get("/desk/"))
    assert adas.post("/desk/new/publish/", typed).status_code == 302


def test_a_forbidden_title_stands_beside_its_field_and_the_preview_has_stars(adas, typed):
    change_rules(forbidden_words="hell")

    refused = adas.post("/desk/new/", typed | {"title": "H e l l"})
    chapter_refused = adas.post("/desk/new/publish/", typed | {"chapter_title": "Hell"})
    preview = adas.post("/desk/new/preview/", typed | {"summary": "What the hell?"})

    assert refused.status_code == chapter_refused.status_code == 422
    assert "no titles with the word “H e l l”" in words(refused)
    assert "The lamp was lit." in words(refused)
    assert "no titles with the word “Hell”" in words(chapter_refused)
    assert "<p>What the ****?</p>" in words(preview)
    assert not Story.objects.exists()
