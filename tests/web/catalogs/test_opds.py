"""The catalog as libraries for it read it: feedparser, and that of the Palace Project."""

import base64
import io
import json
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from webpub_manifest_parser.opds2 import OPDS2FeedParserFactory

from storyhold.accounts.e_readers import make_reader_password
from storyhold.bookmarks.actions.following import subscribe
from storyhold.bookmarks.actions.keeping import keep
from storyhold.reading.actions.shelving import put_on_shelf
from storyhold.series.actions import add_story, create_series
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, TagKind
from tests.cast import change_rules, make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def e_reader(member):
    """The headers with which a member's e-reader comes."""
    _made, words = make_reader_password(member, device="The Kobo")
    packed = base64.b64encode(f"any name:{words}".encode()).decode()
    return {"authorization": f"Basic {packed}"}


VERSIONS = ("/opds/", "/opds2/")
LISTS = ("Newest stories", "Lately updated", "All stories")


class Atom:
    """A page of the catalog in OPDS 1.2, as feedparser reads it."""

    def __init__(self, content):
        read = feedparser.parse(content)
        assert not read.bozo, read.bozo_exception
        self.title, self.links = read.feed.title, read.feed.links
        self.entries = read.entries
        assert all(each.id and each.title and each.updated_parsed for each in self.entries)

    @property
    def titles(self):
        return [each.title for each in self.entries]

    @property
    def ways(self):
        return {each.title: each.links[0].href for each in self.entries}

    @property
    def books(self):
        """The acquisition link of each story: title, type and address."""
        return {
            each.title: next((link.type, link.href) for link in each.links if "acquis" in link.rel)
            for each in self.entries
        }

    def link(self, relation):
        return next((each.href for each in self.links if each.rel == relation), None)


class Json:
    """The same in OPDS 2.0, as Palace's library reads it: it finds nothing against the standard."""

    def __init__(self, content):
        result = OPDS2FeedParserFactory().create().parse_stream(io.StringIO(content.decode()))
        assert result.errors == []
        feed = result.root
        self.title, self._links = feed.metadata.title, feed.links
        self._ways = feed.navigation.links if feed.navigation else []
        self._publications = feed.publications or []
        # Which it does not ask for, but the standard does.
        assert all(
            {"self"} & _relations(each) for each in json.loads(content).get("publications", [])
        )

    @property
    def titles(self):
        return [each.title for each in self._ways] or [
            each.metadata.title for each in self._publications
        ]

    @property
    def ways(self):
        return {each.title: each.href for each in self._ways}

    @property
    def books(self):
        return {
            each.metadata.title: next(
                (link.type, link.href)
                for link in each.links
                if any("acquis" in rel for rel in link.rels)
            )
            for each in self._publications
        }

    def link(self, relation):
        return next((each.href for each in self._links if relation in each.rels), None)


def _relations(publication):
    return {each["rel"] for each in publication["links"]}


def opened(client, address, **headers):
    address = address.removeprefix("http://testserver")
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, (address, answer.status_code)
    is_json = address.startswith("/opds2/")
    kind = "application/opds+json" if is_json else "application/atom+xml;profile=opds-catalog"
    assert answer["Content-Type"].startswith(kind)
    return Json(answer.content) if is_json else Atom(answer.content)


@pytest.mark.parametrize("start", VERSIONS)
def test_every_way_from_the_first_page_leads_to_stories(client, ada, start):
    """As an e-reader goes: from page to page by the links that it is given."""
    change_rules(name="Low & Water")
    books = TagKind.objects.get(key="category")
    above = add_tag(books, "Books")
    below = add_tag(books, "Sea", parent=above)
    story = make_story(
        author=ada, title="A & B <3", public=True, summary="Tides & *pianos*.",
        rating=Rating.objects.get(name="General"),
        tags={"freeform": ["Low Water"], "category": [below]},
    )  # fmt: skip
    series = create_series(title="Both", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)

    root = opened(client, start)
    found = {}
    for title, address in root.ways.items():
        if title == "My shelves":
            continue
        page = opened(client, address)
        found[title] = page.titles
        for way in page.ways.values() if title not in LISTS else ():
            assert opened(client, way).titles == ["A & B <3"]

    assert root.title == "Low & Water"
    assert found["Newest stories"] == found["All stories"] == ["A & B <3"]
    assert found["Series"] == ["Both"]
    assert found["Authors"] == ["Ada"]
    assert found["Categories"] == ["Books", "Books > Sea"]
    assert client.get(root.link("search")).status_code == 200


@pytest.mark.parametrize("start", VERSIONS)
def test_long_lists_have_pages_and_can_be_narrowed_and_searched(client, ada, index, start):
    change_rules(stories_on_a_page=5)
    for number in range(12):
        make_story(author=ada, title=f"Story {number:02}", public=True, is_complete=number < 2)

    index.keep()
    pages, address = [], f"{start}stories/?sort=title"
    while address:
        pages.append(opened(client, address))
        address = pages[-1].link("next")

    assert [len(page.titles) for page in pages] == [5, 5, 2]
    titles = [title for page in pages for title in page.titles]
    assert titles == [f"Story {each:02}" for each in range(12)]
    assert opened(client, f"{start}stories/?q=07").titles == ["Story 07"]
    assert len(opened(client, f"{start}stories/?complete=yes").titles) == 2
    assert opened(client, f"{start}stories/?page=x&sort=nonsense&q=%00").titles[0] == "Story 00"


def test_facets_name_the_orders_and_what_a_list_may_be_narrowed_to(client, ada):
    make_story(author=ada, public=True)

    atom = opened(client, "/opds/stories/?sort=newest&complete=no")
    json2 = client.get("/opds2/stories/?sort=newest&complete=no").json()

    facets = [link for link in atom.links if link.rel == "http://opds-spec.org/facet"]
    chosen = [each.title for each in facets if each.get("opds:activefacet") == "true"]
    assert chosen == ["Newest first", "In progress"]
    groups = {each["metadata"]["title"]: each["links"] for each in json2["facets"]}
    assert [each["title"] for each in groups["State"]] == ["Complete", "In progress"]
    assert [each.get("rel") for each in groups["State"]] == [None, "self"]
    for link in (facets[0].href, groups["State"][0]["href"]):
        opened(client, link)


def test_a_story_tells_what_a_shelf_shows(client, ada):
    story = make_story(
        author=ada, title="Tides", public=True, summary="Low & *high*.", language="fr",
        tags={"freeform": ["Low Water"]},
    )  # fmt: skip
    series = create_series(title="Both", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)

    alone = client.get(f"/opds/stories/{story.pk}/")
    (entry,) = opened(client, "/opds/stories/").entries
    told = client.get(f"/opds2/stories/{story.pk}/").json()["metadata"]

    assert (entry.id, entry.author) == (f"http://testserver/stories/{story.pk}/", "Ada")
    assert (entry.title_detail.language, entry.tags[-1].term) == ("fr", "Low Water")
    assert alone["Content-Type"].startswith("application/atom+xml;type=entry;profile=opds-catalog")
    assert ElementTree.fromstring(alone.content).tag.endswith("}entry")  # noqa: S314 — our own
    assert any(link.rel == "http://opds-spec.org/image" for link in entry.links)
    assert (told["identifier"], told["language"]) == (entry.id, "fr")
    assert (told["author"][0]["name"], told["description"]) == ("Ada", "Low & high.")
    assert told["belongsTo"]["series"][0]["position"] == 1
    assert told["subject"][0]["name"] == "Low Water"


@pytest.mark.parametrize("start", VERSIONS)
def test_guests_see_what_guests_see_and_members_also_what_is_theirs(client, ada, start):
    ben = make_member("Ben")
    for name in ("General", "Mature", "Explicit"):
        make_story(author=ada, title=name, public=True, rating=Rating.objects.get(name=name))
    kept = make_story(author=ada, title="Draft")
    headers = e_reader(ben)

    for_guests = opened(client, f"{start}stories/")
    for_ben = opened(client, f"{start}stories/", **headers)

    assert for_guests.titles == ["General", "Mature"]
    assert for_ben.titles == ["Explicit", "General", "Mature"]
    # A gate opens on the page: to a guest's e-reader it gives no file.
    assert for_guests.books["Mature"][0] == "text/html"
    assert for_ben.books["Explicit"][0] == "text/html"
    assert client.get(f"{start}stories/{kept.pk}/", headers=headers).status_code == 404
    assert for_guests.books["General"][0] == for_ben.books["Mature"][0] == "application/epub+zip"
    # What is offered is sent, to the same device.
    book = for_ben.books["Mature"][1].removeprefix("http://testserver")
    sent = client.get(book, headers=headers)
    assert (sent["Content-Type"], sent.getvalue()[:2]) == ("application/epub+zip", b"PK")
    assert client.get(book).status_code == 403


@pytest.mark.parametrize("start", VERSIONS)
def test_my_shelves_ask_who_i_am(client, ada, start):
    ben = make_member("Ben")
    first, second = (make_story(author=ada, title=title, public=True) for title in "AB")
    keep(first, by=ben.pen_name)
    subscribe(second, by=ben)
    put_on_shelf(first, "later", by=ben)

    refused = client.get(f"{start}mine/")
    mine = opened(client, f"{start}mine/", **e_reader(ben))
    shelves = {
        name: opened(client, address, **e_reader(ben)).titles for name, address in mine.ways.items()
    }

    assert refused.status_code == 401
    assert refused["WWW-Authenticate"].startswith("Basic ")
    assert refused["Content-Type"] == "application/opds-authentication+json"
    assert refused.json() == client.get("/opds/authentication.json").json()
    assert refused.json()["authentication"][0]["type"] == "http://opds-spec.org/auth/basic"
    assert shelves["Favorites"] == ["A"]
    assert shelves["What I follow"] == ["B"]
    assert (shelves["For later"], shelves["Finished"]) == (["A"], [])
    assert client.get(f"{start}mine/nothing/", headers=e_reader(ben)).status_code == 404


def test_no_page_of_the_catalog_takes_more_queries_than_a_few(client, ada):
    tags = {"freeform": ["Tides"]}
    stories = [make_story(author=ada, public=True, tags=tags) for _number in range(3)]
    series = create_series(title="All", summary="", mode="closed", by=ada.pen_name)
    for story in stories:
        add_story(series, story, by=ada.pen_name)
    paths = ["", "stories/", "tags/freeform/", "tags/category/", "series/", "people/"]
    paths += [f"tags/{stories[0].tags.get().pk}/", f"series/{series.pk}/"]

    headers = e_reader(ada)
    for path in [*paths, f"people/{ada.pen_name.pk}/", "mine/", "mine/kept/"]:
        for start in VERSIONS:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(start + path, headers=headers).status_code == 200
            assert len(queries) <= 12, path


def test_addresses_begin_as_people_know_them(client, ada, settings):
    settings.ADDRESS = "https://stories.example"
    make_story(author=ada, public=True)

    for start in VERSIONS:
        written = client.get(f"{start}stories/").content.decode()
        assert "testserver" not in written
        assert urlsplit(opened(client, f"{start}").link("self")).netloc == "stories.example"
