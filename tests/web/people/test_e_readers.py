import base64
import re

import pytest
from django.core.cache import cache
from django.utils.timezone import now

from storyhold.accounts import e_readers
from storyhold.accounts.actions import change_standing
from storyhold.accounts.models import ReaderPassword
from tests.cast import PASSWORD, make_member, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben():
    open_the_archive()
    cache.clear()
    return make_member("Ben")


def make_one(client, member, device="The Kobo"):
    """The words that the page shows once."""
    client.force_login(member)
    answer = client.post("/account/e-readers/", {"device": device})
    client.logout()
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return re.search(r"<code>([a-z0-9-]{19})</code>", answer.content.decode())[1]


def shelves(client, words, *, name="Ben"):
    packed = base64.b64encode(f"{name}:{words}".encode()).decode()
    return client.get("/opds/mine/", headers={"authorization": f"Basic {packed}"})


def test_a_password_for_a_device_opens_the_catalog_until_it_is_taken_away(client, ben):
    words = make_one(client, ben)

    assert shelves(client, words).status_code == 200
    assert shelves(client, words.replace("-", " ").upper()).status_code == 200
    made = ReaderPassword.objects.get()
    assert (made.device, made.used_on) == ("The Kobo", now().date())
    assert words not in str(vars(made))

    client.force_login(ben)
    assert "last here on" in client.get("/account/e-readers/").content.decode()
    client.post(f"/account/e-readers/{made.pk}/take-away/")
    client.logout()
    assert shelves(client, words).status_code == 401


def test_it_opens_nothing_else_and_no_other_password_opens_the_catalog(client, ben):
    packed = base64.b64encode(f"Ben:{make_one(client, ben)}".encode()).decode()
    headers = {"authorization": f"Basic {packed}"}

    assert client.get("/account/", headers=headers).status_code == 302
    assert shelves(client, PASSWORD).status_code == 401
    for nonsense in ("Basic", "Basic ===", "Basic /w==", "Bearer x", "Basic " + "A" * 9000):
        headers = {"authorization": nonsense}
        assert client.get("/opds/", headers=headers).status_code in (401, 429)


def test_who_may_not_sign_in_gets_in_by_no_device(client, ben):
    words = make_one(client, ben)
    change_standing(ben, role=ben.role, is_active=False)

    assert shelves(client, words).status_code == 401


def test_tries_with_wrong_passwords_are_counted(client, ben):
    words = make_one(client, ben)

    answers = [shelves(client, "wrong").status_code for _try in range(22)]

    assert answers == [401] * 20 + [429] * 2
    assert shelves(client, words).status_code == 200


def test_nobody_makes_more_than_a_few_and_every_device_has_a_name(client, ben, monkeypatch):
    monkeypatch.setattr(e_readers, "MOST", 1)
    make_one(client, ben)
    client.force_login(ben)

    for device in ("", "x" * 61, "a\0b", "Another"):
        assert client.post("/account/e-readers/", {"device": device}).status_code == 422
    assert ReaderPassword.objects.count() == 1
