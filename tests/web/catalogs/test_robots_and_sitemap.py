from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyhold.series.actions import add_story, create_series
from storyhold.tags.models import Rating
from storyhold.web.catalogs import sitemap
from tests.cast import change_rules, make_chapter, make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(client, address):
    """The addresses in a file of the sitemap, without their host, each with its day."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    root = ElementTree.fromstring(answer.content)  # noqa: S314 — our own
    return {
        each.findtext(f"{PLACE}loc").removeprefix("http://testserver"): each.findtext(
            f"{PLACE}lastmod"
        )
        for each in root
    }


def test_the_sitemap_leads_to_every_page_that_a_guest_may_read(client, ada):
    short = make_story(author=ada, title="Short", public=True, tags={"freeform": ["Tides"]})
    long = make_story(author=ada, title="Длинная", public=True, chapters=2)
    series = create_series(title="Both", summary="", mode="closed", by=ada.pen_name)
    add_story(series, short, by=ada.pen_name)

    files = listed(client, "/sitemap.xml")
    pages = {page: day for file in files for page, day in listed(client, file).items()}

    tag = short.tags.get()
    for thing in (short, long, *long.chapters.all(), series, ada.pen_name, tag):
        assert thing.get_absolute_url() in pages
    assert short.chapters.get().get_absolute_url() not in pages  # it is read on the title page
    assert datetime.fromisoformat(pages[long.get_absolute_url()]) == long.updated_at.replace(
        microsecond=0
    )
    assert all(client.get(page).status_code == 200 for page in pages)


def test_the_sitemap_tells_of_nothing_that_guests_may_not_read(client, ada):
    rated = {
        name: make_story(
            author=ada, title=name, public=True, chapters=2, rating=Rating.objects.get(name=name)
        )
        for name in ("General", "Mature", "Explicit")
    }
    make_story(author=ada, title="Draft", chapters=2)
    make_chapter(rated["General"], author=ada, title="Draft")
    hidden = make_story(
        author=ada, title="Hidden", public=True, chapters=2, in_search_engines=False
    )
    hidden.tags.create(kind_id=1, name="Only here", key="only here", sort_key="only here")

    stories = listed(client, "/sitemap/stories/0.xml")
    chapters = listed(client, "/sitemap/chapters/0.xml")

    assert set(stories) == {rated[name].get_absolute_url() for name in ("General", "Mature")}
    # What stands behind a gate is no page for a program.
    assert {path.split("/")[2] for path in chapters} == {str(rated["General"].pk)}
    assert len(chapters) == 2
    assert client.get("/sitemap/tags/0.xml").status_code == 404


def test_a_file_of_the_sitemap_holds_so_many_numbers(client, ada, monkeypatch):
    stories = [make_story(author=ada, public=True, chapters=2) for _each in range(3)]
    monkeypatch.setattr(sitemap, "NUMBERS_IN_A_FILE", stories[1].pk)

    with CaptureQueriesContext(connection) as queries:
        files = listed(client, "/sitemap.xml")
    first, second = (listed(client, f"/sitemap/stories/{place}.xml") for place in (0, 1))

    assert {"/sitemap/stories/0.xml", "/sitemap/stories/1.xml"} <= set(files)
    assert len(first), len(second) == (1, 2)
    assert len(queries) <= 10
    for nowhere in ("stories/7", "stories/999999999999999999", "drafts/0", "pages/1"):
        assert client.get(f"/sitemap/{nowhere}.xml").status_code == 404


def test_programs_that_collect_texts_are_asked_to_stay_away_unless_the_archive_wants_them(
    client, ada
):
    robots = client.get("/robots.txt")

    assert robots["Content-Type"] == "text/plain; charset=utf-8"
    everybody, collectors = robots.content.decode().split("\n\n")[:2]
    assert everybody.startswith("User-agent: *\nDisallow: /account/\n")
    assert "User-agent: GPTBot\n" in collectors
    assert collectors.endswith("Disallow: /")
    assert robots.content.endswith(b"\nSitemap: http://testserver/sitemap.xml\n")
    reserved = client.get("/.well-known/tdmrep.json").json()
    assert reserved == [{"location": "/", "tdm-reservation": 1}]

    change_rules(ai_crawlers_kept_out=False)
    assert b"GPTBot" not in client.get("/robots.txt").content
    assert client.get("/.well-known/tdmrep.json").status_code == 404


def test_an_archive_that_keeps_to_itself_lets_programs_in_to_read_that(client, ada):
    story = make_story(author=ada, public=True)
    change_rules(in_search_engines=False, ai_crawlers_kept_out=False)

    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow:\n\n"
    assert client.get("/sitemap.xml").status_code == 404
    for page in ("/", story.get_absolute_url()):
        assert b'<meta name="robots" content="noindex">' in client.get(page).content


def test_a_browser_learns_how_to_search(client, ada):
    change_rules(name="An archive with a long name & more")

    answer = client.get("/opensearch.xml")

    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    search = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = ElementTree.fromstring(answer.content)  # noqa: S314 — our own
    assert len(root.findtext(f"{search}ShortName")) == 16
    assert root.find(f"{search}Url").get("template") == "http://testserver/search/?q={searchTerms}"
    assert 'href="/opensearch.xml"' in client.get("/").content.decode()
