from xml.etree import ElementTree

import feedparser
import pytest
from django.utils.timezone import now

from storyhold.news.actions import write_news
from storyhold.series.actions import add_story, create_series
from storyhold.tags.models import Rating, Tag
from tests.cast import change_rules, make_chapter, make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def feed_of(client, address="/feeds/stories.atom"):
    answer = client.get(address)
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


def titles(client, address):
    return [each.findtext(f"{ATOM}title") for each in feed_of(client, address).iter(f"{ATOM}entry")]


def test_each_author_series_tag_and_story_has_a_feed_that_its_page_announces(client, ada):
    story = make_story(
        author=ada, title="First", public=True, chapters=2, tags={"freeform": ["Tides"]}
    )
    make_story(author=make_member("Ben"), title="Other", public=True)
    series = create_series(title="Both", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)
    tag = Tag.objects.get(name="Tides")

    for kind, thing, page in (
        ("people", ada.pen_name, ada.pen_name),
        ("series", series, series),
        ("tags", tag, tag),
    ):
        address = f"/feeds/{kind}/{thing.pk}.atom"
        assert titles(client, address) == ["First"]
        assert f'href="{address}"' in client.get(page.get_absolute_url()).content.decode()
    address = f"/feeds/stories/{story.pk}.atom"
    assert titles(client, address) == ["Chapter 2: Part 2", "Chapter 1: Part 1"]
    assert f'href="{address}"' in client.get(story.get_absolute_url()).content.decode()


def test_what_was_updated_last_comes_first(client, ada):
    older = make_story(author=ada, title="Older", public=True)
    make_story(author=ada, title="Newer", public=True)
    make_chapter(older, author=ada, public=True)

    assert titles(client, "/feeds/stories.atom") == ["Newer", "Older"]
    assert titles(client, "/feeds/updated.atom") == ["Older", "Newer"]


def test_the_chapters_of_a_story_for_members_have_no_feed(client, ada):
    ours = Rating.objects.create(name="Ours", must_sign_in=True)
    story = make_story(author=ada, public=True, rating=ours)
    client.force_login(ada)

    assert client.get(f"/feeds/stories/{story.pk}.atom").status_code == 404
    assert (
        "/feeds/stories/"
        not in client.get(story.get_absolute_url()).content.decode().partition("canonical")[2]
    )


def test_a_draft_chapter_is_not_told(client, ada):
    story = make_story(author=ada, public=True)
    make_chapter(story, author=ada, title="Hush")

    assert len(titles(client, f"/feeds/stories/{story.pk}.atom")) == 1


def test_news_has_a_feed(client, ada):
    write_news(title="The lamp is lit", text="Come *in*.", by=ada.pen_name, published_at=now())
    write_news(title="Not yet", text="Hush.", by=ada.pen_name)

    assert titles(client, "/feeds/news.atom") == ["The lamp is lit"]
    assert "/feeds/news.atom" in client.get("/news/").content.decode()


def test_a_feed_that_has_not_changed_since_is_not_sent_again(client, ada):
    story = make_story(author=ada, public=True, chapters=30)
    address = f"/feeds/stories/{story.pk}.atom"
    since = client.get(address)["Last-Modified"]

    assert client.get(address, headers={"if-modified-since": since}).status_code == 304
    assert len(titles(client, address)) == 25


def test_no_feed_takes_more_queries_than_a_few(client, ada, django_assert_max_num_queries):
    tags = {"freeform": ["Tides"]}
    stories = [make_story(author=ada, public=True, chapters=2, tags=tags) for _number in range(3)]
    series = create_series(title="All", summary="", mode="closed", by=ada.pen_name)
    for story in stories:
        add_story(series, story, by=ada.pen_name)
    tag = Tag.objects.get(name="Tides")

    for address in (
        "updated", "news", f"people/{ada.pen_name.pk}", f"series/{series.pk}", f"tags/{tag.pk}",
        f"stories/{stories[0].pk}",
    ):  # fmt: skip
        with django_assert_max_num_queries(7):
            client.get(f"/feeds/{address}.atom")


def test_a_feed_reader_reads_all_of_it_page_by_page(client, ada):
    stories = [
        make_story(author=ada, title=f"Story & {number}", public=True, tags={"freeform": ["Tides"]})
        for number in range(27)
    ]
    series = create_series(title="All", summary="", mode="closed", by=ada.pen_name)
    for story in stories:
        add_story(series, story, by=ada.pen_name)
    whole = make_story(author=make_member("Ben"), public=True, chapters=27)
    tag = Tag.objects.get(name="Tides")

    for address, entries in (
        ("stories", 28),
        (f"people/{ada.pen_name.pk}", 27),
        (f"series/{series.pk}", 27),
        (f"tags/{tag.pk}", 27),
        (f"stories/{whole.pk}", 27),
    ):
        pages = list(as_read_by_a_feed_reader(client, f"/feeds/{address}.atom"))
        read = [entry for page in pages for entry in page.entries]
        assert len(pages) == 2
        assert len({entry.id for entry in read}) == len(read) == entries
        assert all(entry.title and entry.author and entry.published_parsed for entry in read)
        assert all(client.get(entry.link).status_code == 200 for entry in read[:1])
        assert len({page.feed.id for page in pages}) == 1
    assert client.get("/feeds/stories.atom?page=none").status_code == 200


def as_read_by_a_feed_reader(client, address):
    """Each page of a feed, as the most used library for feeds reads it."""
    while address:
        page = feedparser.parse(client.get(address).content)
        assert not page.bozo, page.bozo_exception
        assert page.version == "atom10"
        yield page
        address = next((each.href for each in page.feed.links if each.rel == "next"), None)
