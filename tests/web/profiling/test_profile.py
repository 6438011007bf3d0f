"""`?profile`: the archivist sees where the time of a page goes, and nobody else does."""

import pytest
from django.test import Client

from storyhold.web.profiling.measuring import measure
from tests.cast import make_member, make_story

pytestmark = pytest.mark.usefixtures("archive")

SAID = "Where the time goes"


@pytest.fixture
def story():
    return make_story(author=make_member("Ada"), title="Zaunkoenig", text="Secret.", public=True)


@pytest.fixture
def wren(client):
    member = make_member("Wren", role="archivist")
    client.force_login(member)
    return member


def test_the_archivist_sees_statements_templates_and_on_request_functions(client, wren, story):
    page = f"/stories/{story.pk}/chapters/1/"

    shown = client.get(f"{page}?profile")
    with_functions = client.get(f"{page}?profile=functions").content.decode()

    said = shown.content.decode()
    assert SAID in said
    assert "stories_chapter" in said
    assert "chapters/chapter.html" in said
    assert f'href="{page}"' in said
    assert "<code>django/template/base.py:" in with_functions
    assert "site-packages" not in with_functions


def test_it_is_never_kept_and_keeps_the_strict_policy(client, wren):
    shown = client.get("/?profile")

    assert "no-store" in shown["Cache-Control"]
    assert "script-src 'self'" in shown["Content-Security-Policy"]
    assert "<style" not in shown.content.decode()


def test_no_value_that_somebody_typed_or_has_is_in_it(client, wren, story):
    ada = story.authorships.get().pen_name.member

    said = client.get(f"/stories/?q=Zaunkoenig&profile={ada.email}").content.decode()
    of_member = client.get(f"/office/members/{ada.pk}/?profile").content.decode()

    assert SAID in said
    assert SAID in of_member
    assert ada.email not in of_member
    assert "Secret" not in said + of_member


@pytest.mark.parametrize("role", [None, "member", "moderator"])
def test_for_everybody_else_the_word_means_nothing(story, role):
    visitor = Client()
    if role:
        visitor.force_login(make_member("Ben", role=role))

    assert SAID not in visitor.get("/about/?profile").content.decode()
    assert visitor.get("/office/rules/?profile").status_code == (404 if role else 302)


def test_no_deed_is_measured_and_what_is_not_there_is_said(client, wren):
    assert client.post("/account/notices/read/?profile").status_code == 302

    missing = client.get("/nowhere/?profile").content.decode()
    assert SAID in missing
    assert "404" in missing


def test_what_goes_wrong_is_not_hidden_and_leaves_nothing_behind(db):
    def fails():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        measure(fails, functions=True)
    assert measure(lambda: 7, functions=False)[0] == 7
