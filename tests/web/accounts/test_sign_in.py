from hashlib import md5

import bcrypt
import pytest

from storyhold.accounts.actions import change_standing
from storyhold.accounts.hashers import Argon2OfMd5, OldBcrypt
from tests.cast import PASSWORD, make_member, make_pen_name

pytestmark = pytest.mark.usefixtures("archive")

SIGN_IN = "/account/sign-in/"


@pytest.fixture
def ada():
    return make_member("Ada Lovelace")


def sign_in(client, name, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": name, "password": password, **more})


def is_signed_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "name",
    ["Ada Lovelace", "ada  lovelace", "ADA_LOVELACE", "Countess", "Ada.Lovelace@Example.org"],
)
def test_any_pen_name_and_the_address_sign_in(client, ada, name):
    make_pen_name(ada, "Countess")

    answer = sign_in(client, name)

    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert is_signed_in(client)


def test_the_page_asks_for_name_and_password(client):
    page = client.get(SIGN_IN)

    assert page.status_code == 200
    assert b'name="login"' in page.content
    assert b'href="/account/register/"' in page.content


@pytest.mark.parametrize("name", ["Ada Lovelace", "Nobody"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, ada, name):
    answer = sign_in(client, name, "wrong horse")

    assert answer.status_code == 422
    assert "do not belong together" in answer.content.decode()
    assert f'value="{name}"' in answer.content.decode()
    assert "wrong horse" not in answer.content.decode()
    assert not is_signed_in(client)


def test_no_answer_in_json_gives_a_password_back(client, ada):
    for header in ({"Accept": "application/json"}, {"X-Requested-With": "XMLHttpRequest"}):
        answer = client.post(SIGN_IN, {"login": "Ada", "password": "sesame"}, headers=header)

        assert answer["Content-Type"].startswith("text/html")
        assert b"sesame" not in answer.content


def test_signing_in_leads_back(client, ada):
    page = client.get(f"{SIGN_IN}?next=/stories/5/%3Fa%3Db")
    answer = sign_in(client, "Ada Lovelace", next="/stories/5/?a=b")

    assert 'name="next" value="/stories/5/?a=b"' in page.content.decode()
    assert answer["Location"] == "/stories/5/?a=b"


def test_the_way_back_goes_along_to_registering_and_returns(client):
    sign_in_page = client.get(f"{SIGN_IN}?next=/stories/5/").content.decode()
    register_page = client.get("/account/register/?next=/stories/5/").content.decode()

    assert 'href="/account/register/?next=%2Fstories%2F5%2F"' in sign_in_page
    assert 'href="/account/sign-in/?next=%2Fstories%2F5%2F"' in register_page


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http://localhost:9/",
        "https:evil.example",
    ],
)
def test_nobody_is_led_away_from_the_archive(client, ada, elsewhere):
    page = client.get(SIGN_IN, {"next": elsewhere}).content.decode()
    answer = sign_in(client, "Ada Lovelace", next=elsewhere)

    assert f'name="next" value="{elsewhere}"' not in page
    assert 'href="/account/register/"' in page
    assert answer["Location"] == "/"


def test_who_is_signed_in_is_led_on(client, ada):
    client.force_login(ada)

    assert client.get(f"{SIGN_IN}?next=/people/")["Location"] == "/people/"
    assert client.get(f"{SIGN_IN}?next=//evil.example/")["Location"] == "/"


def test_staying_signed_in_is_a_choice(client, ada):
    sign_in(client, "Ada Lovelace")
    forgotten_at_closing = client.session.get_expire_at_browser_close()
    client.logout()
    sign_in(client, "Ada Lovelace", remember="on")

    assert forgotten_at_closing
    assert not client.session.get_expire_at_browser_close()
    assert client.session.get_expiry_age() == 60 * 60 * 24 * 30


def test_a_banned_member_is_told_so_only_with_the_right_password(client, ada):
    change_standing(ada, role=ada.role, is_active=False)

    wrong = sign_in(client, "Ada Lovelace", "wrong horse")
    right = client.post(SIGN_IN, {"login": "Ada Lovelace", "password": PASSWORD}, follow=True)

    assert "do not belong together" in wrong.content.decode()
    assert "closed your account" in right.content.decode()
    assert not is_signed_in(client)


def test_a_ban_ends_a_sign_in_at_once(client, ada):
    sign_in(client, "Ada Lovelace")
    change_standing(ada, role=ada.role, is_active=False)

    answer = client.get("/account/")

    assert answer.status_code == 302
    assert answer["Location"].startswith(SIGN_IN)


def test_too_many_tries_wait_however_the_name_is_spelled(client, ada):
    spellings = ["Ada Lovelace", "ada lovelace", "ADA_LOVELACE", "ada  lovelace", "ａda lovelace"]
    for spelling in spellings:
        sign_in(client, spelling, "wrong horse")

    answer = sign_in(client, "Ada Lovelace")

    assert answer.status_code == 422
    assert "too many tries" in answer.content.decode()


def test_a_storm_of_posts_gets_a_page_in_words(client):
    for _ in range(30):
        client.post(SIGN_IN, {})

    answer = client.post(SIGN_IN, {})

    assert answer.status_code == 429
    assert "Wait a few minutes" in answer.content.decode()


def test_nothing_nasty_breaks_signing_in(client, nasty):
    answer = client.post(SIGN_IN, **nasty("login", "password", "next"))

    assert answer.status_code == 422


def test_signing_out_needs_a_click(client, ada):
    sign_in(client, "Ada Lovelace")

    asked = client.get("/account/sign-out/")
    still_in = is_signed_in(client)
    answer = client.post("/account/sign-out/")

    assert asked.status_code == 200
    assert still_in
    assert answer["Location"] == "/"
    assert not is_signed_in(client)


def test_signing_out_as_a_guest_leads_home(client):
    assert client.get("/account/sign-out/")["Location"] == "/"
    assert client.post("/account/sign-out/", {"next": "//evil.example/"})["Location"] == "/"


@pytest.mark.parametrize("name", ["md5", "bcrypt"])
def test_an_old_password_signs_in_and_is_kept_as_ours_from_then_on(client, ada, name):
    sent = "naïve 'q' ".encode("cp1252")
    kept = {
        "md5": Argon2OfMd5().encode_md5(md5(sent, usedforsecurity=False).hexdigest()),
        "bcrypt": OldBcrypt().encode("naïve 'q' ", bcrypt.gensalt(4).decode()),
    }
    ada.password = kept[name]
    ada.save(update_fields=["password"])

    assert sign_in(client, "Ada Lovelace", "").status_code == 422
    assert sign_in(client, "Ada Lovelace", "naïve 'q'").status_code == 422
    assert sign_in(client, "Ada Lovelace", "naïve 'q' ").status_code == 302

    ada.refresh_from_db()
    assert ada.password.startswith("argon2$argon2id$")
    assert ada.check_password("naïve 'q' ")
