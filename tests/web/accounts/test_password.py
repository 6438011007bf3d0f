from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from storyhold.accounts.actions import change_standing, offer_address, reset_key
from storyhold.notifications.models import Letter
from tests.cast import PASSWORD, make_member

pytestmark = pytest.mark.usefixtures("archive")

FORGOTTEN = "/account/password/forgotten/"
CHANGE = "/account/password/"
FRESH = "lighthouse under the pines"


@pytest.fixture
def ada():
    return make_member("Ada")


def link_for(member):
    return reverse("account_reset_password_from_key", args=reset_key(member))


def choose(client, link, password=FRESH, again=FRESH):
    page = client.get(link)
    address = page["Location"] if page.status_code == 302 else link
    return client.post(address, {"password1": password, "password2": again})


# --- asking for a link --------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["ada@example.org", "ADA@Example.org", "nobody@example.org"])
def test_the_answer_is_the_same_whether_or_not_an_address_is_known(client, ada, mail, address):
    mail("smtp")

    answer = client.post(FORGOTTEN, {"email": address}, follow=True)

    assert answer.redirect_chain == [(f"{FORGOTTEN}sent/", 302)]
    assert address not in answer.content.decode()
    assert Letter.objects.get().to == address.lower()


def test_the_letter_holds_a_link_that_works(client, ada, mail, settings):
    mail("smtp")
    settings.ADDRESS = "https://archive.example.org"

    client.post(FORGOTTEN, {"email": "ada@example.org"})
    letter = Letter.objects.get()
    link = next(line for line in letter.body.splitlines() if "/password/new/" in line)

    assert link.startswith("https://archive.example.org/account/password/new/")
    assert "Hello Ada," in letter.body
    assert choose(client, link.removeprefix("https://archive.example.org")).status_code == 302
    ada.refresh_from_db()
    assert ada.check_password(FRESH)


def test_an_unknown_address_is_told_kindly(client, mail):
    mail("smtp")

    client.post(FORGOTTEN, {"email": "nobody@example.org"})

    letter = Letter.objects.get()
    assert "No member can sign in with it" in letter.body
    assert "/password/new/" not in letter.body


def test_a_banned_member_gets_no_link(client, ada, mail):
    mail("smtp")
    change_standing(ada, role=ada.role, is_active=False)

    client.post(FORGOTTEN, {"email": "ada@example.org"})

    assert "/password/new/" not in Letter.objects.get().body


def test_an_address_not_confirmed_yet_gets_no_link(client, ada, mail):
    mail("smtp")
    offer_address(ada, "mistyped@example.org")

    client.post(FORGOTTEN, {"email": "mistyped@example.org"})

    assert "/password/new/" not in Letter.objects.get().body


def test_without_outgoing_mail_the_page_says_whom_to_ask(client, ada, mail):
    mail("none")

    page = client.get(FORGOTTEN)
    answer = client.post(FORGOTTEN, {"email": "ada@example.org"})

    assert "Write to its archivist" in page.content.decode()
    assert 'name="email"' not in page.content.decode()
    assert answer["Location"] == FORGOTTEN
    assert not Letter.objects.exists()


def test_nothing_nasty_breaks_asking(client, mail, nasty):
    mail("smtp")

    # What is no address might be a pen name, and the page does not tell whether it is one.
    assert client.post(FORGOTTEN, **nasty("email")).status_code in (302, 422)
    assert not Letter.objects.exists()


def test_a_pen_name_is_enough_and_nobody_learns_whose_it_is(client, ada, mail):
    mail("smtp")

    known = client.post(FORGOTTEN, {"email": "ada"})
    unknown = client.post(FORGOTTEN, {"email": "Nobody at all"})

    assert Letter.objects.get().to == "ada@example.org"
    assert "/password/new/" in Letter.objects.get().body
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert not any("example.org" in value for value in known.headers.values())


def test_asking_too_often_gets_a_page_in_words(client, mail):
    mail("smtp")
    for _ in range(5):
        client.post(FORGOTTEN, {"email": "ada@example.org"})

    answer = client.post(FORGOTTEN, {"email": "ada@example.org"})

    assert answer.status_code == 429
    assert "Wait a few minutes" in answer.content.decode()


# --- choosing a password by a link --------------------------------------------------------------


def test_a_link_works_once(client, ada):
    link = link_for(ada)

    page = client.get(link, follow=True)
    first = choose(client, link)
    second = choose(client, link, "another lighthouse here")

    assert "at least 10 characters" in page.content.decode()
    assert first.status_code == 302
    assert first["Location"] == "/account/sign-in/"
    assert second.status_code == 404
    assert "does not work any more" in second.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(FRESH)


def test_the_page_with_the_form_does_not_have_the_key_in_its_address(client, ada):
    assert client.get(link_for(ada))["Location"].endswith("-set-password/")


def test_a_link_dies_after_three_days(client, ada, monkeypatch):
    link = link_for(ada)
    later = datetime.now() + timedelta(days=3, minutes=1)  # noqa: DTZ005 — as Django's own
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: later)

    answer = client.get(link)

    assert answer.status_code == 404
    assert "older than three days" in answer.content.decode()


def test_a_link_dies_with_a_new_password_and_with_a_new_address(client, ada):
    by_password, ben = link_for(ada), make_member("Ben")
    ada.set_password(FRESH)
    ada.save()
    by_address = link_for(ben)
    offer_address(ben, "new@example.org")

    assert client.get(by_password).status_code == 404
    assert client.get(by_address).status_code == 404


@pytest.mark.parametrize(
    "key",
    ["1-set-password", "zzzzzzzzzzzzz-c0ffee-1", "1-%00", "1-" + "x" * 5000, "1-é", "0-a-b"],
)
def test_a_made_up_link_is_not_found(client, ada, key):
    assert client.get(f"/account/password/new/{key}/").status_code == 404
    assert client.post(f"/account/password/new/{key}/", {}).status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("", "", "required"),
        ("short", "short", "too short"),
        (FRESH, FRESH + "!", "two passwords differ"),
        ("a\0bcdefghijk", "a\0bcdefghijk", "Null characters"),
        ("x" * 1_000_000, "x" * 1_000_000, "at most 1000"),
    ],
)
def test_a_password_that_cannot_be_gets_a_sentence(client, ada, password, again, sentence):
    answer = choose(client, link_for(ada), password, again)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert FRESH not in answer.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_a_new_password_by_link_ends_the_sign_ins_elsewhere(client, ada):
    client.force_login(ada)
    ada.set_password(FRESH)
    ada.save()

    assert client.get("/account/").status_code == 302


def test_a_link_for_another_member_signs_this_one_out_first(client, ada):
    client.force_login(make_member("Ben"))

    answer = choose(client, link_for(ada))

    assert answer.status_code == 302
    ada.refresh_from_db()
    assert ada.check_password(FRESH)


# --- changing it --------------------------------------------------------------------------------


def test_a_member_changes_the_password_and_stays_signed_in(client, ada, mail):
    mail("smtp")
    client.force_login(ada)

    answer = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": FRESH, "password2": FRESH})

    ada.refresh_from_db()
    assert answer["Location"] == "/account/"
    assert ada.check_password(FRESH)
    assert client.get("/account/").status_code == 200
    assert Letter.objects.get().subject == "[Storyhold] Your password was changed"


def test_the_old_password_is_asked_for(client, ada):
    client.force_login(ada)

    answer = client.post(
        CHANGE, {"oldpassword": "wrong horse", "password1": FRESH, "password2": FRESH}
    )

    assert answer.status_code == 422
    assert "not your password" in answer.content.decode()
    assert FRESH not in answer.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_nothing_nasty_breaks_changing_it(client, ada, nasty):
    client.force_login(ada)

    answer = client.post(CHANGE, **nasty("oldpassword", "password1", "password2"))

    assert answer.status_code == 422


def test_a_guest_signs_in_first(client):
    assert client.get(CHANGE)["Location"] == f"/account/sign-in/?next={CHANGE}"


def test_who_never_had_a_password_goes_the_way_of_the_forgetful(client, ada):
    ada.set_unusable_password()
    ada.save()
    client.force_login(ada)

    assert client.get(CHANGE)["Location"] == FORGOTTEN


def test_a_letter_goes_to_the_address_that_is_kept_and_to_no_look_alike(client, mail):
    # PostgreSQL takes a dotless ı for an i where it looks for an address in any case.
    mail("smtp")
    make_member("Mike")

    client.post(FORGOTTEN, {"email": "mıke@example.org"})

    letter = Letter.objects.get()
    assert letter.to == "mike@example.org" or "/account/password/new/" not in letter.body
