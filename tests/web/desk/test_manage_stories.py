import pytest

from storyhold.stories.models import Chapter, Story
from tests.cast import make_chapter, make_story


@pytest.fixture
def story(ada):
    return make_story(author=ada, chapters=3)


def titles(story):
    live = story.chapters.filter(deleted_at=None).order_by("number")
    return [chapter.title for chapter in live]


def test_the_desk_shows_what_is_mine(adas, ada, ben, story):
    make_story(author=ada, title="In public", public=True)
    make_story(author=ben, title="Not mine", public=True)

    html = adas.get("/desk/").content.decode()

    assert story.title in html
    assert "In public" in html
    assert "Not mine" not in html
    assert "3 chapters" in html


def test_an_empty_desk_says_how_to_begin(adas):
    assert "Begin a new story" in adas.get("/desk/").content.decode()


@pytest.mark.parametrize("page", ["abc", "99999999999999999999", "-1", "0", "\0"])
def test_an_odd_page_number_is_no_trouble(adas, story, page):
    assert adas.get("/desk/", {"page": page}).status_code == 200


def test_queries_do_not_grow_with_the_stories(adas, ada, django_assert_max_num_queries):
    for number in range(25):
        make_story(author=ada, title=f"Story {number}", public=number % 2 == 0)

    with django_assert_max_num_queries(10):
        adas.get("/desk/")


def test_nor_with_the_chapters(adas, ada, django_assert_max_num_queries):
    story = make_story(author=ada, chapters=30)

    with django_assert_max_num_queries(10):
        adas.get(f"/desk/stories/{story.pk}/")


def test_publish_and_unpublish(adas, story):
    html = adas.post(f"/desk/stories/{story.pk}/publish/", follow=True).content.decode()
    story.refresh_from_db()
    assert story.is_public
    assert "is published. Readers see it now." in html

    html = adas.post(f"/desk/stories/{story.pk}/unpublish/", follow=True).content.decode()
    story.refresh_from_db()
    assert not story.is_public
    assert "is not public any more" in html


def test_a_story_without_text_is_refused_in_words(adas, ada):
    story = make_story(author=ada, text="")

    html = adas.post(f"/desk/stories/{story.pk}/publish/", follow=True).content.decode()

    assert "no chapter with text yet" in html


def test_complete_and_in_progress(adas, story):
    adas.post(f"/desk/stories/{story.pk}/complete/")
    assert Story.objects.get().is_complete

    adas.post(f"/desk/stories/{story.pk}/in-progress/")
    assert not Story.objects.get().is_complete


def test_publish_and_unpublish_a_chapter(adas, story):
    second = story.chapters.get(number=2)
    adas.post(f"/desk/stories/{story.pk}/publish/")

    html = adas.post(f"/desk/chapters/{second.pk}/unpublish/", follow=True).content.decode()
    second.refresh_from_db()
    assert not second.is_public
    assert "is not public any more" in html

    adas.post(f"/desk/chapters/{second.pk}/publish/")
    second.refresh_from_db()
    assert second.is_public


def test_the_last_public_chapter_stays(adas, ada):
    chapter = make_story(author=ada, public=True).chapters.get()

    for deed in ("unpublish", "delete"):
        html = adas.post(f"/desk/chapters/{chapter.pk}/{deed}/", follow=True).content.decode()
        assert "only public chapter" in html
    chapter.refresh_from_db()
    assert chapter.is_public
    assert chapter.deleted_at is None


def test_move_a_chapter(adas, story):
    third = story.chapters.get(number=3)

    adas.post(f"/desk/chapters/{third.pk}/move/", {"number": "1"})

    assert titles(story) == ["Part 3", "Part 1", "Part 2"]


@pytest.mark.parametrize("number", ["", "x", "0", "4", "-3", "9" * 5000, "1.5", "\0"])
def test_a_place_that_is_none_is_refused_in_words(adas, story, number):
    second = story.chapters.get(number=2)

    page = adas.post(f"/desk/chapters/{second.pk}/move/", {"number": number}, follow=True)

    assert page.status_code == 200
    assert "notice--error" in page.content.decode()
    assert titles(story) == ["Part 1", "Part 2", "Part 3"]


def test_delete_asks_first(adas, story):
    chapter = story.chapters.get(number=2)
    for address in (f"/desk/stories/{story.pk}/delete/", f"/desk/chapters/{chapter.pk}/delete/"):
        assert "within 30 days" in adas.get(address).content.decode()

    assert not Story.objects.exclude(deleted_at=None).exists()
    assert not Chapter.objects.exclude(deleted_at=None).exists()


def test_a_story_goes_into_the_trash_and_comes_back(adas, story):
    adas.post(f"/desk/stories/{story.pk}/delete/")

    assert adas.get(f"/desk/stories/{story.pk}/").status_code == 404
    trash = adas.get("/desk/trash/").content.decode()
    assert story.title in trash
    assert "30 days left" in trash

    adas.post(f"/desk/stories/{story.pk}/restore/")
    assert adas.get(f"/desk/stories/{story.pk}/").status_code == 200


def test_a_chapter_goes_into_the_trash_and_comes_back(adas, story):
    second = story.chapters.get(number=2)

    adas.post(f"/desk/chapters/{second.pk}/delete/")
    assert titles(story) == ["Part 1", "Part 3"]
    assert "Part 2" in adas.get("/desk/trash/").content.decode()

    adas.post(f"/desk/chapters/{second.pk}/restore/")
    assert titles(story) == ["Part 1", "Part 2", "Part 3"]


DEEDS = ["publish", "unpublish", "complete", "in-progress", "delete", "restore"]
CHAPTER_DEEDS = ["publish", "unpublish", "move", "delete", "restore"]


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_else_does_it_to_a_story(bens, client, ada, deed):
    story = make_story(author=ada, public=True)
    before = Story.objects.values().get()

    assert bens.post(f"/desk/stories/{story.pk}/{deed}/").status_code == 404
    assert client.post(f"/desk/stories/{story.pk}/{deed}/").status_code == 302
    assert Story.objects.values().get() == before


@pytest.mark.parametrize("deed", CHAPTER_DEEDS)
def test_nobody_else_does_it_to_a_chapter(bens, client, ada, deed):
    story = make_story(author=ada, public=True)
    chapter = make_chapter(story, author=ada)
    before = list(Chapter.objects.values())

    address = f"/desk/chapters/{chapter.pk}/{deed}/"
    assert bens.post(address, {"number": "1"}).status_code == 404
    assert client.post(address, {"number": "1"}).status_code == 302
    assert list(Chapter.objects.values()) == before


@pytest.mark.parametrize(
    "address", ["stories/1/publish", "chapters/1/publish", "chapters/1/move", "stories/1/complete"]
)
def test_nothing_changes_by_following_a_link(adas, story, address):
    assert adas.get(f"/desk/{address}/").status_code == 405


@pytest.mark.parametrize("number", ["0", "999999999999999999"])
@pytest.mark.parametrize("what", ["stories", "chapters"])
def test_there_is_no_such_thing(adas, what, number):
    assert adas.get(f"/desk/{what}/{number}/").status_code == 404
