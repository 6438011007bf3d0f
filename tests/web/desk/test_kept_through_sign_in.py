"""A sign-in that has run out loses no word."""

import re

import pytest

from tests.cast import make_story


def ticket_in(page):
    return re.search(r'name="kept_ticket" value="([^"]+)"', page.content.decode())[1]


@pytest.mark.parametrize("address", ["/desk/new/", "/desk/new/publish/", "/desk/new/preview/"])
def test_what_was_typed_is_in_the_form_after_signing_in_again(adas, ada, typed, address):
    ticket = ticket_in(adas.get("/desk/new/"))
    adas.logout()

    sent = adas.post(address, typed | {"kept_ticket": ticket})
    adas.force_login(ada)
    page = adas.get("/desk/new/")

    assert sent.url.endswith("?next=/desk/new/")
    assert "*You *must* hear me.*  </textarea>" in page.content.decode()
    assert 'value="Low Water"' in page.content.decode()


def test_from_the_preview_too(adas, ada, typed):
    ticket = ticket_in(adas.post("/desk/new/preview/", typed))
    adas.logout()

    sent = adas.post("/desk/new/publish/", typed | {"kept_ticket": ticket})
    adas.force_login(ada)

    assert sent.url.endswith("?next=/desk/new/")
    assert "*You *must* hear me.*  </textarea>" in adas.get("/desk/new/").content.decode()


@pytest.mark.parametrize("deed", ["", "save-and-publish/", "preview/", "go-on/"])
def test_the_text_of_a_chapter_too(adas, ada, deed):
    chapter = make_story(author=ada).chapters.get()
    here = f"/desk/chapters/{chapter.pk}/"
    ticket = ticket_in(adas.get(here))
    adas.logout()

    typed = {"text": "Typed late at night.", "format": "plain", "revision": "1"}
    sent = adas.post(here + deed, typed | {"kept_ticket": ticket})
    adas.force_login(ada)
    page = adas.get(here)

    assert sent.url.endswith(f"?next={here}")
    assert "Typed late at night.</textarea>" in page.content.decode()
    assert page.context["form"]["revision"].value() == "1"


@pytest.mark.parametrize("name", ["details", "chapters/new"])
def test_details_and_new_chapters_too(adas, ada, name):
    here = f"/desk/stories/{make_story(author=ada).pk}/{name}/"
    ticket = ticket_in(adas.get(here))
    adas.logout()

    adas.post(here, {"summary": "Long", "text": "Long", "kept_ticket": ticket})
    adas.force_login(ada)

    assert "Long</textarea>" in adas.get(here).content.decode()
