"""A member's pictures: brought, shown in a chapter, described and deleted."""

import html
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from storyhold.illustrations.models import Illustration
from storyhold.stories.actions.publishing import publish_story
from storyhold.stories.actions.writing import Draft, save_chapter
from tests.cast import change_rules, make_member, make_story, open_the_archive

HERE = "/desk/pictures/"


@pytest.fixture(autouse=True)
def archive(db):
    return open_the_archive()


@pytest.fixture
def ada():
    return make_member("Ada")


@pytest.fixture
def adas(client, ada):
    client.force_login(ada)
    return client


def words(page):
    return page.content.decode()


def drawn(name="map.png", kind="PNG"):
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(written, kind)
    return SimpleUploadedFile(name, written.getvalue())


def bring(client, description='The "old" coast', **more):
    return client.post(HERE, {"picture": drawn(), "description": description} | more)


def test_a_picture_is_brought_copied_into_a_chapter_and_seen_by_readers(adas, ada, client):
    story = make_story(author=ada)

    page = words(adas.get(bring(adas)["Location"]))
    copied = html.unescape(re.search(r'readonly value="([^"]*)"', page)[1])
    draft = Draft(text=f"{copied} Low water.", format="html")
    save_chapter(story.chapters.get(), draft, by=ada, seen_revision=1)
    publish_story(story)
    client.logout()

    shown = words(client.get(story.get_absolute_url()))
    source = re.search(r'<img src="(/pictures/[^"]+)" alt="The &quot;old&quot; coast"', shown)[1]
    sent = client.get(source)
    assert b"".join(sent.streaming_content).startswith(b"RIFF")


def test_the_page_says_how_many_more_fit(adas):
    change_rules(most_illustrations=1)
    bring(adas)

    page = words(adas.get(HERE))
    answer = bring(adas, description="Another")

    assert "This archive keeps at most 1 pictures for a member." in page
    assert answer.status_code == 422
    assert "Another" in words(answer)


def test_without_the_house_rule_nobody_is_asked_for_pictures(adas):
    bring(adas)
    assert HERE in words(adas.get("/desk/new/"))

    change_rules(most_illustrations=0)

    assert "takes no pictures for stories now" in words(adas.get(HERE))
    assert "coast" in words(adas.get(HERE))
    assert HERE not in words(adas.get("/desk/new/"))


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"picture": ""}, "Choose a file first."),
        ({"picture": SimpleUploadedFile("x.png", b"")}, "The file is empty."),
        ({"picture": SimpleUploadedFile("x.svg", b"<svg/>")}, "not a picture that we can read"),
        ({"description": "x" * 301}, "This has 301 characters"),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence(adas, sent, sentence):
    answer = bring(adas, **sent)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Illustration.objects.exists()


def test_what_it_shows_is_said_anew(adas):
    bring(adas)
    picture = Illustration.objects.get()

    answer = adas.post(f"{HERE}{picture.pk}/", {"description": "A lamp"}, follow=True)

    assert "alt=&quot;A lamp&quot;" in words(answer)


def test_deleting_is_asked_first(adas, django_capture_on_commit_callbacks):
    bring(adas)
    picture = Illustration.objects.get()
    address = f"{HERE}{picture.pk}/delete/"

    assert "Delete “The &quot;old&quot; coast”?" in words(adas.get(address))
    with django_capture_on_commit_callbacks(execute=True):
        adas.post(address)

    assert not Illustration.objects.exists()
    assert adas.get(picture.get_absolute_url()).status_code == 404


def test_a_page_of_pictures_takes_few_queries(adas, django_assert_max_num_queries):
    for _ in range(3):
        bring(adas)

    with django_assert_max_num_queries(8):
        adas.get(HERE)
