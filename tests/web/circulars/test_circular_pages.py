"""The office's desk for letters to the members."""

import pytest

from storyhold.circulars.actions.sending import write_some_letters
from storyhold.circulars.models import Circular
from storyhold.notifications.models import Letter
from tests.cast import make_member

DESK = "/office/circulars/"
TYPED = {"subject": "The pier", "text": "Dear {name}, mind it.", "audience": "all"}


@pytest.fixture(autouse=True)
def wren(client, archive, mail, settings):
    mail("smtp")
    settings.ADDRESS = "https://lamp.example.org"
    member = make_member("Wren", role="archivist")
    client.force_login(member)
    return member


@pytest.fixture
def page(client):
    """Written and saved: the address of its page."""
    return client.post(f"{DESK}new/", TYPED)["Location"]


def test_a_letter_is_written_tried_and_sent(client, page):
    make_member("Ada")
    seen = client.get(page).content.decode()
    client.post(f"{page}send/")  # too early
    early = client.get(page).content.decode()
    client.post(f"{page}try/")
    tried = client.get(page).content.decode()
    client.post(f"{page}send/")
    under_way = client.get(page).content.decode()
    client.post(f"{page}stop/")
    stopped = client.get(page).content.decode()
    client.post(f"{page}go-on/")
    write_some_letters()

    assert "Dear Wren, mind it." in seen
    assert f"{page}send/" not in seen
    assert "Send it to yourself first" in early
    assert "Send it to 2 members" in tried
    assert f"{page}stop/" in under_way
    assert f"{page}go-on/" in stopped
    assert "Written to everybody" in client.get(DESK).content.decode()
    assert sorted(Letter.objects.values_list("to", flat=True)) == [
        "ada@example.org", "wren@example.org", "wren@example.org"
    ]  # fmt: skip


def test_a_draft_is_edited_and_deleted(client, page):
    client.post(f"{page}edit/", TYPED | {"subject": "The quay"})
    assert "The quay" in client.get(f"{page}edit/").content.decode()

    client.post(f"{page}delete/")
    assert client.get(page).status_code == 404


def test_what_was_sent_stays(client, page):
    client.post(f"{page}try/"), client.post(f"{page}send/")

    answer = client.post(f"{page}edit/", TYPED | {"subject": "Other words"})
    client.post(f"{page}delete/")

    assert answer.status_code == 422
    assert "Other words" in answer.content.decode()
    assert Circular.objects.get().subject == "The pier"


def test_a_day_is_asked_for_where_one_is_needed(client):
    answer = client.post(f"{DESK}new/", TYPED | {"audience": "absent"})

    assert answer.status_code == 422
    assert "Say since which day" in answer.content.decode()


def test_where_no_letter_leaves_it_is_said(client, page, mail):
    mail("none")

    assert "cannot send it yet" in client.get(page).content.decode()
    assert f"{page}try/" not in client.get(page).content.decode()


def test_nothing_nasty_breaks_the_form(client, nasty):
    assert client.post(f"{DESK}new/", **nasty("subject", "text")).status_code in (302, 422)


def test_members_can_decline_such_letters(client, mail):
    assert 'name="circular"' in client.get("/account/notices/choices/").content.decode()

    mail("none")
    assert 'name="circular"' not in client.get("/account/notices/choices/").content.decode()
