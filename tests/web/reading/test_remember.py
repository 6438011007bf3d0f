import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyhold.reading.actions.shelving import put_on_shelf
from storyhold.reading.models import Progress, Shelf
from tests.cast import make_chapter, make_story


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode()))


@pytest.fixture
def story(ada):
    return make_story(author=ada, public=True, chapters=4)


def chapter_page(story, number):
    return f"/stories/{story.pk}/chapters/{number}/"


def test_opening_a_chapter_is_remembered_without_a_script(client, ben, story):
    client.get(chapter_page(story, 2), headers={"Sec-Purpose": "prefetch"})
    client.get(chapter_page(story, 2), headers={"Sec-Fetch-Dest": "empty"})
    client.head(chapter_page(story, 2))
    assert not Progress.objects.exists()

    client.get(chapter_page(story, 3))
    assert "You stopped in chapter 3." in words(client.get(chapter_page(story, 1)))
    page = client.get(f"/stories/{story.pk}/")
    assert "You stopped in chapter 3. Continue where you were" in words(page)
    assert client.get(f"/stories/{story.pk}/continue/")["Location"] == chapter_page(story, 3)
    home = words(client.get("/"))
    assert "Continue where you were The Piano at Low Water Chapter 3 · 1 unread chapter" in home


def test_a_second_look_writes_nothing(client, ben, story):
    client.get(chapter_page(story, 2))

    with CaptureQueriesContext(connection) as queries:
        client.get(chapter_page(story, 2))

    written = [each["sql"] for each in queries if not each["sql"].startswith("SELECT")]
    assert written == []


def test_the_script_notes_a_paragraph_and_a_button_goes_back(client, ben, story):
    third = story.chapters.get(number=3)
    spot = {"paragraph": "4", "mark": "0badcafe"}
    assert client.post(f"/chapters/{third.pk}/place/", spot).status_code == 204

    page = client.get(chapter_page(story, 3))
    assert 'data-paragraph="4" data-mark="0badcafe"' in page.content.decode()
    assert "You stopped further down in this chapter. Go there" in words(page)
    assert f'href="{chapter_page(story, 3)}#p4"' in page.content.decode()

    second = story.chapters.get(number=2)
    answer = client.post(f"/chapters/{second.pk}/start-here/")
    assert answer["Location"] == chapter_page(story, 2)
    assert "You stopped in chapter 2." in words(client.get(f"/stories/{story.pk}/"))


def test_what_no_script_of_ours_sends_is_refused(client, ben, story):
    chapter = story.chapters.get(number=1)
    for spot in ({}, {"paragraph": "x"}, {"paragraph": "-1"}, {"paragraph": "1", "mark": "<b>"}):
        assert client.post(f"/chapters/{chapter.pk}/place/", spot).status_code == 422
    for places in ("", "{", "{}", json.dumps([{}] * 301)):
        assert client.post("/reading/take-along/", {"places": places}).status_code == 422
    for shelf in ("", "attic"):
        assert client.post(f"/stories/{story.pk}/shelf/", {"shelf": shelf}).status_code == 422
    assert not Progress.objects.exists()


def test_one_button_moves_a_story_to_a_shelf(client, ben, story):
    page = f"/stories/{story.pk}/"
    assert 'name="shelf" value="later" aria-pressed="false"' in client.get(page).content.decode()

    after = client.post(f"{page}shelf/", {"shelf": "later", "next": page}, follow=True)

    assert "“The Piano at Low Water” is on your shelf “For later” now." in words(after)
    assert 'name="shelf" value="later" aria-pressed="true"' in after.content.decode()
    shelf = words(client.get("/reading/later/"))
    assert "For later (1, 1 to read)" in shelf
    assert "Not begun" in shelf
    assert client.get("/reading/attic/").status_code == 404


def test_an_author_s_own_story_is_not_remembered(client, ada, story):
    client.force_login(ada)

    page = client.get(chapter_page(story, 2)).content.decode()

    assert "data-place" not in page
    assert not Progress.objects.exists()


def test_the_history_is_found_noted_kept_as_a_table_and_forgotten(client, ada, ben, story):
    other = make_story(author=ada, public=True, title="=Salt")
    for each in (story, other):
        client.get(chapter_page(each, 1))
    entry = Progress.objects.get(story=story)

    assert client.post(f"/reading/{entry.pk}/note/", {"note": "x" * 5001}).status_code == 422
    client.post(f"/reading/{entry.pk}/note/", {"note": "For the *train*."})

    found = words(client.get("/reading/history/?words=train&shelf=reading&ahead=on"))
    assert "For the train." in found
    assert "=Salt" not in found
    assert client.get("/reading/history/?shelf=attic").status_code == 422
    table = client.get("/reading/history.csv").content.decode()
    assert "'=Salt,Ada,http://testserver/stories/" in table
    assert "For the *train*." in table

    client.post(f"/reading/{entry.pk}/forget/")
    assert Progress.objects.get().story == other
    client.post("/reading/forget/")
    assert not Progress.objects.exists()


def test_one_click_and_nothing_is_remembered_any_more(client, ben, story):
    client.get(chapter_page(story, 1))

    after = words(client.post("/reading/remember-nothing/", follow=True))
    assert "What you read is not noted any more, on no device." in after
    assert "Remember where I stop again" in after
    page = client.get(chapter_page(story, 3)).content.decode()
    assert "data-place" not in page
    assert Progress.objects.get().number == 1

    client.post("/reading/remember-again/")
    client.get(chapter_page(story, 3))
    assert Progress.objects.get().number == 3


def test_a_device_s_places_come_along(client, ben, story):
    second = story.chapters.get(number=2)
    place = {"chapter": second.pk, "paragraph": 3, "mark": "", "end": False, "read": 1_700_000_000}
    places = json.dumps([place, {"chapter": "x"}, 7])

    after = client.post("/reading/take-along/", {"places": places}, follow=True)

    assert "Where you stopped in 1 story is kept with your account now." in words(after)
    assert Progress.objects.get().chapter == second


def test_guests_see_the_same_page_with_slots_for_their_devices(client, ada, story):
    draft = make_chapter(story, author=ada)
    for path, slot in (("/", "places-kept"), (f"/stories/{story.pk}/", "read-on"),
                       (chapter_page(story, 2), "place-kept"),
                       ("/reading/device/", "device-places")):  # fmt: skip
        page = client.get(path)
        assert f"<{slot}" in page.content.decode()
        assert not page.cookies
    assert client.get(f"/stories/{story.pk}/continue/")["Location"].startswith("/stories/")
    told = client.get(f"/stories/{story.pk}/chapters.json").json()
    assert [number for _pk, number, _second in told] == [1, 2, 3, 4]
    assert draft.pk not in [pk for pk, _number, _second in told]


def test_others_entries_are_not_found(client, ada, ben, story):
    entry = put_on_shelf(make_story(author=ben, public=True), Shelf.LATER, by=ada)

    for deed in ("note", "forget"):
        assert client.get(f"/reading/{entry.pk}/{deed}/").status_code == 404


def test_shelves_take_few_queries_however_full(client, ada, ben, django_assert_max_num_queries):
    for number in range(12):
        story = make_story(author=ada, public=True, title=f"Story {number}", chapters=2)
        client.get(chapter_page(story, 1))

    for path in ("/", "/reading/", "/reading/history/?words=story&ahead=on"):
        with django_assert_max_num_queries(12):
            assert "Story 11" in words(client.get(path))
