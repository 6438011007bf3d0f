"""What is answered when no page can answer."""

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from storyhold.web.parts import errors


@pytest.mark.usefixtures("archive")
def test_a_page_that_is_not_there_shows_ways_on(client):
    response = client.get("/no/such/page/")

    assert response.status_code == 404
    page = response.content.decode()
    assert "There is no such page here" in page
    assert 'href="/"' in page


@pytest.mark.parametrize("name", ["400.html", "413.html", "500.html"])
def test_when_all_is_broken_the_page_asks_no_database(static_files, name):
    # Without the `db` mark a query fails the test.
    page = render_to_string(name)

    assert page.count("<h1") == 1
    assert 'data-theme="auto"' in page


@pytest.mark.parametrize(
    ("exception", "status"), [(RequestDataTooBig(), 413), (SuspiciousOperation(), 400)]
)
def test_too_much_is_told_apart_from_nonsense(static_files, exception, status):
    response = errors.bad_request(RequestFactory().post("/"), exception)

    assert response.status_code == status


FORM = {
    "title": "The Piano at Low Water",
    "text": "“You *must* hear me.”\n\n<b>***</b>",
    "password1": "lantern over grey water",
}


def send_without_token(form, **headers):
    client = Client(enforce_csrf_checks=True)
    return client.post(reverse("account_login"), form, headers=headers)


@pytest.mark.usefixtures("archive")
def test_a_form_that_fails_keeps_every_word():
    response = send_without_token(FORM)

    assert response.status_code == 403
    page = response.content.decode()
    assert 'value="The Piano at Low Water"' in page
    assert "“You *must* hear me.”\n\n&lt;b&gt;***&lt;/b&gt;</textarea>" in page


@pytest.mark.usefixtures("archive")
def test_but_never_a_password():
    page = send_without_token(FORM).content.decode()

    assert "The Piano at Low Water" in page
    assert "password1" not in page
    assert "lantern over grey water" not in page


@pytest.mark.usefixtures("archive")
def test_what_stood_on_our_own_page_can_be_sent_again():
    form = {"text": FORM["text"], "kept_ticket": "signed", "homepage": ""}

    ours = send_without_token(form, **{"sec-fetch-site": "same-origin"}).content.decode()
    theirs = send_without_token(form, **{"sec-fetch-site": "cross-site"}).content.decode()
    nobodys = send_without_token(form).content.decode()

    assert "Send it again" in ours
    assert "readonly" not in ours
    assert '<input type="hidden" name="kept_ticket" value="signed">' in ours
    for page in (theirs, nobodys):
        assert "Send it again" not in page
        assert "readonly" in page


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "form",
    [
        {"text": "words", "password": "secret words"},
        {"text": "words", "cover": SimpleUploadedFile("cover.png", b"picture")},
    ],
)
def test_a_form_of_which_something_is_left_out_cannot_be_sent_again(form):
    page = send_without_token(form, **{"sec-fetch-site": "same-origin"}).content.decode()

    assert "words" in page
    assert "Send it again" not in page


@pytest.mark.usefixtures("archive")
def test_an_empty_form_gets_a_sentence_only():
    response = send_without_token({})

    assert response.status_code == 403
    assert "<textarea" not in response.content.decode()
