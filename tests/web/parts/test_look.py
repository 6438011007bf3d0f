"""Choosing the look."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client, RequestFactory

from storyhold.web.parts import views
from storyhold.web.parts.look.choices import LOOKS
from storyhold.web.parts.look.chosen import look_in
from storyhold.web.parts.look.cookies import chosen_in, remember
from tests.cast import make_member, make_story


def test_who_has_chosen_nothing_follows_the_device():
    look = look_in({})

    assert dict(look.attributes()) == {
        "theme": "auto",
        "text-size": "m",
        "face": "serif",
        "measure": "usual",
        "spacing": "usual",
        "paragraphs": "indented",
        "edges": "ragged",
        "hyphens": "divided",
        "styling": "author",
        "notes": "shown",
        "reviews": "shown",
        "keys": "on",
    }


def test_cookies_are_believed_only_as_far_as_we_know_their_values():
    look = look_in({"theme": "dark", "text_size": '"><script>', "face": ""})

    assert look["theme"] == "dark"
    assert look["text_size"] == "m"
    assert look["face"] == "serif"


def test_a_form_may_name_some_choices_and_not_others():
    assert chosen_in({"theme": "sepia", "face": "comic", "next": "/"}) == {"theme": "sepia"}


def test_a_choice_is_kept_for_a_year():
    response = HttpResponse()

    remember({"theme": "sepia"}, response=response, secure=True)

    cookie = response.cookies["theme"]
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert cookie["samesite"] == "Lax"
    assert cookie["secure"]


def choose(*, next_page="/stories/7/?page=2", **headers):
    form = {"theme": "dark", "text_size": "xl", "face": "wingdings", "next": next_page}
    request = RequestFactory().post("/look/", form, headers=headers)
    request.user = AnonymousUser()
    return views.look(request)


def test_the_form_sets_cookies_and_leads_back():
    response = choose()

    assert response.status_code == 302
    assert response["Location"] == "/stories/7/?page=2"
    assert {name: cookie.value for name, cookie in response.cookies.items()} == {
        "theme": "dark",
        "text_size": "xl",
        "plain": "1",
    }


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""]
)
def test_it_never_leads_to_another_site(elsewhere):
    assert choose(next_page=elsewhere)["Location"] == "/look/"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
def test_another_site_cannot_choose_for_the_reader(headers):
    response = choose(**headers)

    assert response.status_code == 403
    assert not response.cookies


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}]
)
def test_our_own_pages_can(headers):
    assert choose(**headers).status_code == 302


@pytest.mark.usefixtures("archive")
def test_a_guests_page_is_the_same_for_all_looks(client):
    page = client.get("/look/").content
    client.cookies.load({"theme": "contrast", "notes": "hidden", "sort": "newest"})

    assert client.get("/look/").content == page
    assert b'data-theme="auto"' in page
    assert b"js/first" in page


@pytest.mark.once
def test_the_script_that_dresses_it_knows_the_same_choices():
    script = Path(finders.find("js/first.js")).read_text()
    known = re.findall(r"^    (\w+): \[(.+)\],$", script, re.MULTILINE)

    assert {name: json.loads(f"[{values}]") for name, values in known} == {
        choice.cookie: [value for value, _name in choice.values] for choice in LOOKS
    }


@pytest.mark.usefixtures("archive")
def test_the_page_of_a_guest_without_a_script_wears_the_look(client):
    client.post("/look/", {"theme": "contrast"})

    page = client.get("/look/").content.decode()

    assert 'data-theme="contrast"' in page
    assert 'name="theme" value="contrast" checked' in page


@pytest.mark.usefixtures("archive")
def test_a_members_choice_is_the_same_on_every_device(client):
    ada = make_member("Ada")
    client.force_login(ada)
    client.post("/look/", {"theme": "dark", "notes": "hidden"})
    client.post("/look/", {"theme": "sepia"})
    elsewhere = Client()
    elsewhere.cookies["theme"] = "contrast"
    elsewhere.force_login(ada)

    page = elsewhere.get("/look/").content.decode()

    assert 'data-theme="sepia"' in page
    assert 'data-notes="hidden"' in page
    assert "js/first" not in page


@pytest.mark.usefixtures("archive")
def test_all_of_it_can_be_undone_at_once(client):
    ada = make_member("Ada")
    client.force_login(ada)
    client.post("/look/", {"theme": "dark", "face": "literata", "sort": "title"})

    answer = client.post("/look/at-first/", {"theme": "dark", "next": "/stories/"})

    assert answer["Location"] == "/stories/"
    ada.refresh_from_db()
    assert (ada.choices["theme"], ada.choices["face"]) == ("auto", "serif")
    assert ada.choices["sort"] == "title"
    assert client.cookies["theme"].value == "auto"


@pytest.mark.usefixtures("archive")
def test_a_page_asks_for_the_letters_of_its_text_in_the_face_its_reader_chose(client):
    story = make_story(author=make_member("Ada"), public=True, language="ru")
    ben = make_member("Ben")

    page = client.get(story.get_absolute_url()).content.decode()
    client.force_login(ben)
    before = client.get(story.get_absolute_url()).content.decode()
    client.post("/look/", {"face": "literata"})
    after = client.get(story.get_absolute_url()).content.decode()

    # A guest's browser is told of all, and takes what its reader chose.
    assert re.search(r'data-literata="\S+latin\S* \S+ \S+cyrillic\S* \S+"', page)
    assert 'rel="preload"' not in page + before
    assert len(re.findall(r'<link rel="preload" href="\S+/literata/', after)) == 4


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("rule", "choice", "shows_text"),
    [
        (False, "archive", True),
        (False, "contents", False),
        (True, "archive", False),
        (True, "text", True),
    ],
)
def test_a_short_story_opens_as_the_archive_or_the_reader_likes(
    client, house_rules, rule, choice, shows_text
):
    house_rules(contents_first=rule)
    story = make_story(author=make_member("Ada"), public=True, text="The lamp was lit.")
    client.cookies["contents"] = choice

    page = client.get(story.get_absolute_url()).content.decode()

    assert ("The lamp was lit." in page) is shows_text
