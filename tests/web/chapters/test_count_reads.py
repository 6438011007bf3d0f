import pytest

from storyhold.stories import reads
from tests.cast import make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


@pytest.fixture
def story(ada):
    return make_story(author=ada, public=True, chapters=2)


def counted(story):
    reads.write_reads()
    story.refresh_from_db()
    return story.read_count


def test_a_visitor_counts_once_for_a_story_and_day(client, story):
    client.get(f"/stories/{story.pk}/chapters/1/")
    client.get(f"/stories/{story.pk}/chapters/2/")
    client.get(f"/stories/{story.pk}/whole/")

    assert counted(story) == 1


def test_another_browser_or_address_is_another_visitor(client, story):
    address = f"/stories/{story.pk}/chapters/1/"
    client.get(address, headers={"user-agent": "Firefox"})
    client.get(address, headers={"user-agent": "Chromium"})
    client.get(address, headers={"user-agent": "Firefox"}, REMOTE_ADDR="192.0.2.7")

    assert counted(story) == 3


def test_a_member_counts_once_on_all_devices(client, story):
    client.force_login(make_member("Ben"))
    address = f"/stories/{story.pk}/chapters/1/"
    client.get(address, headers={"user-agent": "Phone"})
    client.get(address, headers={"user-agent": "Desk"})

    assert counted(story) == 1


def test_authors_do_not_count_themselves(client, story, ada):
    client.force_login(ada)
    client.get(f"/stories/{story.pk}/chapters/1/")

    assert counted(story) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"user-agent": "Firefox", "sec-purpose": "prefetch;prerender"},
    ],
)
def test_collectors_and_pages_fetched_ahead_do_not_count(client, story, headers):
    client.get(f"/stories/{story.pk}/chapters/1/", headers=headers)
    client.head(f"/stories/{story.pk}/chapters/1/")

    assert counted(story) == 0


def test_a_title_page_without_text_does_not_count(client, story):
    client.get(f"/stories/{story.pk}/")

    assert counted(story) == 0


def test_behind_a_front_server_its_word_is_taken_for_the_address(client, story, settings):
    address = f"/stories/{story.pk}/chapters/1/"
    client.get(address, headers={"x-forwarded-for": "203.0.113.5"})
    client.get(address, headers={"x-forwarded-for": "203.0.113.6"})
    assert counted(story) == 1

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    client.get(address, headers={"x-forwarded-for": "198.51.100.1, 203.0.113.5"})
    client.get(address, headers={"x-forwarded-for": "198.51.100.2, 203.0.113.5"})
    assert counted(story) == 2
