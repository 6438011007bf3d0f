"""What pages say to search engines and to whoever shows a preview of a link."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from storyhold.series.actions import add_story, create_series
from storyhold.tags.models import Rating
from tests.cast import make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def head_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return LexborHTMLParser(answer.content)


def canonical(client, address):
    (link,) = head_of(client, address).css("link[rel=canonical]")
    return link.attributes["href"].removeprefix(HERE)


def data_of(page):
    return [json.loads(each.text()) for each in page.css('script[type="application/ld+json"]')]


def is_kept_out(page):
    return any("noindex" in each.attributes["content"] for each in page.css("meta[name=robots]"))


def test_every_page_has_one_address_of_its_own(client, ada):
    story = make_story(
        author=ada, title="Tides", public=True, chapters=2, tags={"freeform": ["Low Water"]}
    )
    series = create_series(title="Both", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)
    tag, number = story.tags.get(), story.pk

    for asked, told in {
        "/?utm_source=x": "/",
        f"/stories/{number}/": f"/stories/{number}-tides/",
        f"/stories/{number}-wrong/whole/": f"/stories/{number}-tides/",
        f"/stories/{number}-wrong/chapters/2/": f"/stories/{number}/chapters/2/",
        f"/stories/{number}/reviews/?chapter=2&page=1": (
            f"/stories/{number}-tides/reviews/?chapter=2"
        ),
        f"/tags/{tag.pk}/?sort=newest&page=9": f"/tags/{tag.pk}-low-water/",
        f"/tags/{tag.pk}/series/": f"/tags/{tag.pk}-low-water/series/",
        "/stories/?sort=updated&letter=T&q=": "/stories/?letter=T",
        "/stories/?sort=newest&complete=no&nonsense=1": "/stories/?complete=no",
        f"/series/{series.pk}/?page=1": series.get_absolute_url(),
        f"/people/{ada.pen_name.pk}/bookmarks/authors/": (
            f"{ada.pen_name.get_absolute_url()}bookmarks/authors/"
        ),
        "/people/?letter=A&sort=x": "/people/?letter=A",
    }.items():
        assert canonical(client, asked) == told, asked


def test_a_list_that_is_narrowed_is_not_listed_by_search_engines(client, ada):
    make_story(author=ada, public=True)

    assert is_kept_out(head_of(client, "/stories/?complete=no"))
    assert not is_kept_out(head_of(client, "/stories/?sort=newest"))


def test_an_author_keeps_a_story_out_of_search_engines(client, ada):
    story = make_story(author=ada, public=True, chapters=2)
    client.force_login(ada)
    form = client.get(f"/desk/stories/{story.pk}/details/").context["form"]
    rating = Rating.objects.get(name="General")

    client.post(
        f"/desk/stories/{story.pk}/details/",
        {**form.initial, "rating": rating.pk, "hidden_from_search": "on"},
    )

    client.logout()
    for page in ("", "whole/", "print/", "reviews/", "chapters/1/", "chapters/1/print/"):
        assert is_kept_out(head_of(client, f"/stories/{story.pk}/{page}")), page
    assert "noindex" in client.get(f"/feeds/stories/{story.pk}.atom")["X-Robots-Tag"]


def test_a_story_and_its_chapters_are_described(client, ada):
    title = "</script><!-- “A & B”"
    story = make_story(
        author=ada, title=title, public=True, chapters=2, summary="Tides & *pianos*.",
        tags={"freeform": ["Low Water"]}, language="fr",
    )  # fmt: skip
    series = create_series(title="Both", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)

    page = head_of(client, story.get_absolute_url())
    (book,) = data_of(page)
    (chapter,) = data_of(head_of(client, f"/stories/{story.pk}/chapters/2/"))
    (whole,) = data_of(head_of(client, series.get_absolute_url()))

    author = {"@type": "Person", "name": "Ada", "url": HERE + ada.pen_name.get_absolute_url()}
    assert book["@context"] == "https://schema.org"
    assert (book["@type"], book["name"], book["inLanguage"]) == ("Book", title, "fr")
    assert (book["author"], book["abstract"]) == ([author], "Tides & pianos.")
    assert (book["keywords"], book["isFamilyFriendly"]) == (["Low Water"], True)
    assert book["isPartOf"][0]["@type"] == "CreativeWorkSeries"
    assert (chapter["@type"], chapter["position"]) == ("Chapter", 2)
    assert chapter["isPartOf"]["url"] == HERE + story.get_absolute_url()
    assert whole["hasPart"] == [
        {"@type": "Book", "name": title, "url": book["url"], "inLanguage": "fr"}
    ]
    shared = {
        each.attributes["property"]: each.attributes["content"]
        for each in page.css("meta[property]")
    }
    assert (shared["og:type"], shared["og:title"]) == ("book", title)
    assert shared["og:description"] == "Tides & pianos."
    assert shared["og:url"] == HERE + story.get_absolute_url()


def test_people_and_the_way_to_a_tag_are_described(client, ada):
    story = make_story(author=ada, public=True, tags={"freeform": ["Tides"]})

    (person,) = data_of(head_of(client, ada.pen_name.get_absolute_url()))
    (trail,) = data_of(head_of(client, story.tags.get().get_absolute_url()))

    assert (person["@type"], person["mainEntity"]["name"]) == ("ProfilePage", "Ada")
    assert trail["@type"] == "BreadcrumbList"
    assert trail["itemListElement"][0]["item"] == f"{HERE}/tags/freeform/"


def test_nothing_is_told_of_a_story_for_members(client, ada):
    explicit = Rating.objects.get(name="Explicit")
    story = make_story(author=ada, title="Hush", public=True, rating=explicit, chapters=2)

    for page in (f"/stories/{story.pk}/", f"/stories/{story.pk}/chapters/1/"):
        shown = head_of(client, page)
        assert is_kept_out(shown)
        assert data_of(shown) == []
        assert "Hush" not in shown.html


def test_addresses_are_those_of_the_archive_whatever_host_is_asked(client, ada, settings):
    settings.ADDRESS = "https://stories.example"
    settings.ALLOWED_HOSTS = ["*"]

    page = LexborHTMLParser(client.get("/news/", headers={"host": "other.example"}).content)

    (link,) = page.css("link[rel=canonical]")
    assert link.attributes["href"] == "https://stories.example/news/"
