import io
import zipfile

import pytest

from storyhold.accounts.models import Role
from storyhold.leaving.models import Departure
from storyhold.notifications.models import Letter
from tests.cast import PASSWORD, make_member, make_story

pytestmark = pytest.mark.usefixtures("archive")

LEAVING = "/account/leaving/"


@pytest.fixture
def ada(client):
    ada = make_member("Ada")
    client.force_login(ada)
    return ada


def test_the_package_is_not_made_without_end(client, ada):
    answers = [client.get("/account/package.zip") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [302]
    assert "Come back later" in client.get(LEAVING).content.decode()


def test_a_member_takes_everything_along(client, ada):
    make_story(author=ada, title="Low Water")

    answer = client.get("/account/package.zip")

    package = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    assert "attachment" in answer["Content-Disposition"]
    assert any("low-water" in name for name in package.namelist())


def test_a_member_asks_to_leave_and_is_told_by_letter(client, ada, mail):
    mail("smtp")

    answer = client.post(LEAVING, {"stories": "orphaned", "password": PASSWORD})

    letter = Letter.objects.get()
    assert answer["Location"] == LEAVING
    assert Departure.objects.get().stories == "orphaned"
    assert letter.to == ada.email
    assert LEAVING in letter.body
    assert "Your account will be deleted on" in client.get(LEAVING).content.decode()


def test_who_asks_again_finds_what_they_chose(client, ada):
    client.post(LEAVING, {"stories": "orphaned", "password": PASSWORD})

    assert client.get(LEAVING).context["form"]["stories"].value() == "orphaned"


def test_a_member_stays_after_all(client, ada):
    client.post(LEAVING, {"stories": "delete", "password": PASSWORD})

    client.post("/account/leaving/stay/")

    assert not Departure.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"stories": "delete", "password": "somebody else's"},
        {"stories": "delete", "password": ""},
        {"stories": "burn", "password": PASSWORD},
        {"stories": "delete\0", "password": "\0"},
    ],
)
def test_nobody_leaves_by_mistake(client, ada, typed):
    assert client.post(LEAVING, typed).status_code == 422
    assert not Departure.objects.exists()


def test_the_password_is_not_guessed_here(client, ada):
    for _try in range(6):
        client.post(LEAVING, {"stories": "delete", "password": "guess"})

    answer = client.post(LEAVING, {"stories": "delete", "password": PASSWORD})

    assert answer.status_code == 422
    assert "tried too often" in answer.content.decode()
    assert not Departure.objects.exists()


def test_the_last_archivist_stays(client):
    client.force_login(make_member("Wren", role=Role.ARCHIVIST))

    answer = client.post(LEAVING, {"stories": "delete", "password": PASSWORD})

    assert answer.status_code == 422
    assert "the only archivist" in answer.content.decode()
