import json
import re

import pytest

from storyhold.bookmarks.actions.following import subscribe
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.actions.writing import Draft, save_chapter
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_chapter, make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def told(client, *stories, **asked):
    answer = client.get("/offline/stories.json", {"story": [each.pk for each in stories], **asked})
    assert "no-store" in answer["Cache-Control"]
    return answer.json()


def pages(client, story):
    return dict(told(client, story)["stories"][0]["pages"])


def test_a_device_is_told_which_pages_a_story_has_and_which_are_other_ones(client, ada):
    story = make_story(author=ada, title="Tides", public=True, chapters=2)
    first, second = story.chapters.all()
    before = pages(client, story)

    third = make_chapter(story, author=ada, public=True)
    longer = pages(client, story)
    save_chapter(first, Draft(title="One", text="Anew."), by=ada, seen_revision=1)
    edited = pages(client, story)

    title_page, one, two, three = (
        each.get_absolute_url() for each in (story, first, second, third)
    )
    assert list(before) == [title_page, one, two]
    assert list(longer) == [title_page, one, two, three]
    # The last page leads to the new one.
    assert other(before, longer) == {title_page, two, three}
    assert other(longer, edited) == {title_page, one}
    assert all(client.get(page).status_code == 200 for page in edited)


def other(before, after):
    return {page for page, version in after.items() if before.get(page) != version}


def test_a_device_is_told_only_of_what_its_reader_may_read(client, ada):
    ben = make_member("Ben")
    stories = {
        name: make_story(author=ada, public=True, rating=Rating.objects.get(name=name))
        for name in ("General", "Mature", "Explicit")
    }
    draft = make_story(author=ada)
    make_chapter(stories["General"], author=ada, title="Draft")

    for_guests = told(client, *stories.values(), draft)
    client.force_login(ben)
    for_ben = told(client, *stories.values(), draft)

    assert by_number(for_guests) == {stories["General"].pk: True, stories["Mature"].pk: False}
    assert by_number(for_ben)[stories["Explicit"].pk] is False  # Ben has not said his age
    assert draft.pk not in by_number(for_ben)
    general = next(each for each in for_guests["stories"] if each["open"])
    assert general["chapters"] == 1
    assert (for_guests["reader"], len(for_ben["reader"])) == ("", 16)
    assert told(client)["reader"] == for_ben["reader"]
    unpublish_story(stories["General"])
    assert stories["General"].pk not in by_number(told(client, *stories.values()))


def by_number(answer):
    return {each["story"]: each["open"] for each in answer["stories"]}


def test_a_members_device_is_told_what_the_member_follows(
    client, ada, django_assert_max_num_queries
):
    ben = make_member("Ben")
    followed, other_one = (make_story(author=ada, public=True) for _each in range(2))
    subscribe(followed, by=ben)
    client.force_login(ben)

    with django_assert_max_num_queries(8):
        answer = told(client, other_one, followed="yes")

    flags = {each["story"]: each["followed"] for each in answer["stories"]}
    assert flags == {followed.pk: True, other_one.pk: False}


def test_garbage_asks_for_nothing(client, ada):
    make_story(author=ada, public=True)

    for asked in ("-1", "9" * 40, "\0", "²", "x", ""):
        assert client.get("/offline/stories.json", {"story": asked}).json()["stories"] == []


def test_the_worker_knows_the_files_of_this_archive(client, ada):
    answer = client.get("/service-worker.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert "no-cache" in answer["Cache-Control"]
    known = json.loads(re.search(r"= (\{.*\});$", answer.content.decode(), re.MULTILINE)[1])
    assert known["signOut"] == "/account/sign-out/"
    assert any(
        re.fullmatch(r"/static/css/index\.[0-9a-f]{12}\.css", each) for each in known["files"]
    )
    # Nothing of whoever asks is in it.
    client.force_login(ada)
    assert client.get("/service-worker.js").content == answer.content
    assert "worker-src 'self'" in client.get("/")["Content-Security-Policy"]


def test_where_nothing_may_be_kept_the_worker_clears_up(client, ada):
    story = make_story(author=ada, public=True)
    assert "data-keep-on-device" in client.get(story.get_absolute_url()).content.decode()

    change_rules(kept_on_devices=False)

    assert "unregister" in client.get("/service-worker.js").content.decode()
    assert "registration.unregister();\n" in client.get("/service-worker.js").content.decode()
    assert "data-keep-on-device" not in client.get(story.get_absolute_url()).content.decode()
    assert "keeps nothing on devices" in client.get("/offline/").content.decode()


def test_the_archive_can_be_installed(client, ada):
    change_rules(name="The Lighthouse Archive", tagline="Tides & pianos")

    answer = client.get("/manifest.webmanifest")
    described = answer.json()

    assert answer["Content-Type"] == "application/manifest+json"
    assert (described["name"], described["start_url"]) == ("The Lighthouse Archive", "/")
    assert len(described["short_name"]) <= 12
    assert {icon["sizes"] for icon in described["icons"]} == {"192x192", "512x512"}
    assert 'rel="manifest" href="/manifest.webmanifest"' in client.get("/").content.decode()
