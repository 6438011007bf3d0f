import re

import pytest

from storyhold.accounts.models import PenName
from tests.cast import make_member, make_pen_name, make_story

pytestmark = pytest.mark.usefixtures("archive")

NEW = "/account/pen-names/new/"


@pytest.fixture
def ada(client):
    ada = make_member("Ada")
    client.force_login(ada)
    return ada


def at(pen_name, deed=""):
    return f"/account/pen-names/{pen_name.pk}/{deed}"


def edit(client, mine, **changes):
    typed = {"pen_name": mine.name, "bio": "", "website": ""}
    return client.post(at(mine), typed | changes)


def words(answer):
    return answer.content.decode()


def test_a_member_adds_a_name(client, ada):
    answer = client.post(NEW, {"pen_name": "  The  Countess "})

    added = ada.pen_names.get(name="The Countess")
    assert not added.is_default
    assert answer["Location"] == at(added)


@pytest.mark.parametrize("name", ["", "A", "ada", "x" * 61, "a/b", "Ada\0"])
def test_a_name_that_cannot_be_gets_a_sentence(client, ada, name):
    answer = client.post(NEW, {"pen_name": name})

    assert answer.status_code == 422
    assert "field__error" in words(answer)
    assert ada.pen_names.count() == 1


def test_nothing_nasty_breaks_a_name_or_a_profile(client, ada, nasty):
    new = client.post(NEW, **nasty("pen_name"))
    edited = client.post(at(ada.pen_name), **nasty("pen_name", "bio", "website"))

    assert new.status_code in (302, 422)
    assert edited.status_code == 422
    assert b"<script>alert" not in edited.content


def test_a_profile_is_saved_and_cleaned(client, ada):
    bio = 'Hello *there* <script>alert(1)</script><a href="javascript:x">x</a>'

    answer = edit(client, ada.pen_name, pen_name="Ada Lovelace", bio=bio, website="ada.example")

    saved = PenName.objects.get()
    assert answer["Location"] == "/account/"
    assert saved.name == "Ada Lovelace"
    assert saved.bio_source == bio
    assert "<script" not in saved.bio_html
    assert "javascript:" not in saved.bio_html
    assert saved.website == "https://ada.example"


@pytest.mark.parametrize(
    "website",
    ["javascript:alert(1)", "ftp://ada.example", "https://", "x" * 400, "https://a\0b.example"],
)
def test_a_website_is_an_address_of_the_web(client, ada, website):
    answer = edit(client, ada.pen_name, bio="Kept.", website=website)

    assert answer.status_code == 422
    assert "Kept." in words(answer)
    assert PenName.objects.get().website == ""


def test_a_long_biography_gets_a_sentence_and_is_kept(client, ada):
    answer = edit(client, ada.pen_name, bio="word " * 3000)

    assert answer.status_code == 422
    assert "at most 10000" in words(answer)
    assert words(answer).count("word ") >= 3000


def test_an_imported_name_that_breaks_the_rules_may_stay(client, ada):
    PenName.objects.update(name="~*ada*~", key="~*ada*~")

    answer = edit(client, PenName.objects.get(), bio="Still here.")

    assert answer.status_code == 302
    assert PenName.objects.get().name == "~*ada*~"


def test_a_rename_that_is_refused_saves_nothing(client, ada):
    make_member("Ben")

    answer = edit(client, ada.pen_name, pen_name="ben", bio="New.")

    assert answer.status_code == 422
    assert "is taken" in words(answer)
    assert "New." in words(answer)
    assert ada.pen_names.get().bio_source == ""


def test_the_usual_name_can_be_changed(client, ada):
    countess = make_pen_name(ada, "Countess")

    client.post(at(countess, "default/"))

    assert ada.pen_names.get(is_default=True) == countess


def test_an_unused_name_is_removed_after_asking(client, ada):
    countess = make_pen_name(ada, "Countess")

    asked = client.get(at(countess, "remove/"))
    client.post(at(countess, "remove/"))

    assert "Remove “Countess”?" in words(asked)
    assert list(ada.pen_names.values_list("name", flat=True)) == ["Ada"]


def test_the_only_name_and_a_name_in_use_stay(client, ada):
    only = client.post(at(ada.pen_name, "remove/"), follow=True)
    make_pen_name(ada, "Countess")
    make_story(author=ada)
    in_use = client.post(at(ada.pen_name, "remove/"), follow=True)

    assert "your only pen name" in words(only)
    assert "signs stories or reviews" in words(in_use)
    assert ada.pen_names.count() == 2
    assert ada.pen_names.get(is_default=True).name == "Ada"


@pytest.mark.parametrize("deed", ["", "default/", "remove/"])
def test_the_names_of_others_are_not_found(client, ada, deed):
    ben = make_member("Ben").pen_name

    assert client.post(at(ben, deed), {"pen_name": "Mine now"}).status_code == 404
    assert PenName.objects.get(pk=ben.pk).name == "Ben"


def test_what_was_typed_outlives_the_end_of_the_sign_in(client, ada):
    page = words(client.get(at(ada.pen_name)))
    ticket = re.search(r'name="kept_ticket" value="([^"]+)"', page)[1]
    client.logout()

    answer = client.post(at(ada.pen_name), {"bio": "Hours of work.", "kept_ticket": ticket})
    client.post(answer["Location"], {"login": "Ada", "password": "lantern over grey water"})
    again = client.get(at(ada.pen_name))

    assert "Hours of work." in words(again)
