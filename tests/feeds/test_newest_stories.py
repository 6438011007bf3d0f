from xml.etree import ElementTree

import pytest

from storyhold.tags.models import Rating
from tests.cast import change_rules, make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def feed_of(client):
    answer = client.get("/feeds/stories.atom")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314 — our own


def test_the_newest_stories_are_told(client, ada):
    change_rules(name="Low < Water", tagline="Tides & pianos")
    make_story(author=ada, title="Older", public=True)
    story = make_story(
        author=ada,
        title="“A & B” <3",
        public=True,
        summary="Tides & *pianos*.",
        language="fr",
        tags={"freeform": ["R&R"]},
    )

    feed = feed_of(client)

    assert feed.findtext(f"{ATOM}title") == "Low < Water"
    assert feed.get(LANGUAGE) == "en"
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"http://testserver/stories/{story.pk}/"
    assert entry.findtext(f"{ATOM}title") == "“A & B” <3"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ada"
    assert "Tides &amp; <em>pianos</em>." in entry.findtext(f"{ATOM}summary")
    assert entry.get(LANGUAGE) == "fr"
    assert feed.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated")
    for required in ("id", "title", "updated"):
        assert all(each.findtext(f"{ATOM}{required}") for each in feed.iter(f"{ATOM}entry"))


def test_the_id_stays_when_the_title_changes(client, ada):
    story = make_story(author=ada, title="Before", public=True)
    before = feed_of(client).findtext(f"{ATOM}entry/{ATOM}id")
    type(story).objects.update(title="After")

    assert feed_of(client).findtext(f"{ATOM}entry/{ATOM}id") == before


def test_only_what_guests_may_read_is_told_whoever_asks(client, ada):
    make_story(author=ada, title="Draft")
    members_only = Rating.objects.create(name="Ours", must_sign_in=True)
    make_story(author=ada, title="Members", public=True, rating=members_only)
    client.force_login(ada)

    assert feed_of(client).findall(f"{ATOM}entry") == []


def test_no_text_is_told(client, ada):
    make_story(author=ada, public=True, rating=Rating.objects.get(name="Mature"))

    assert b"The lamp was lit" not in client.get("/feeds/stories.atom").content


def test_25_stories_are_told_in_a_few_queries(client, ada, django_assert_max_num_queries):
    for number in range(27):
        make_story(author=ada, title=f"Story {number}", public=True)

    with django_assert_max_num_queries(5):
        feed = feed_of(client)

    assert len(feed.findall(f"{ATOM}entry")) == 25


def test_a_reader_who_has_it_is_told_so(client, ada):
    make_story(author=ada, public=True)
    etag = client.get("/feeds/stories.atom")["ETag"]

    again = client.get("/feeds/stories.atom", headers={"if-none-match": etag})

    assert again.status_code == 304


def test_characters_that_xml_cannot_say_are_left_out(client, ada):
    story = make_story(author=ada, public=True)
    type(story).objects.update(title="Bell\x07 \ufffe")

    assert feed_of(client).findtext(f"{ATOM}entry/{ATOM}title") == "Bell "
