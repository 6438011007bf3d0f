import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC

from storyhold.accounts.models import Member
from storyhold.notifications.models import Letter
from tests.cast import PASSWORD, make_member

pytestmark = pytest.mark.usefixtures("archive")

EMAIL = "/account/email/"


@pytest.fixture
def ada(client):
    ada = make_member("Ada")
    client.force_login(ada)
    return ada


def change(client, email="new@example.org", password=PASSWORD, **more):
    return client.post(EMAIL, {"email": email, "oldpassword": password}, **more)


def address_of(member):
    return Member.objects.get(pk=member.pk).email


def link_in(letter):
    line = next(line for line in letter.body.splitlines() if "/email/confirm/" in line)
    return line.removeprefix("http://testserver")


def letter_to(address):
    return Letter.objects.filter(to=address).first()


# --- where no letters leave ---------------------------------------------------------------------


def test_without_letters_it_changes_at_once(client, ada, mail):
    mail("none")

    answer = change(client, "New@Example.org", follow=True)

    assert address_of(ada) == "new@example.org"
    assert "Your address is now new@example.org" in answer.content.decode()
    assert list(EmailAddress.objects.values_list("email", flat=True)) == ["new@example.org"]


def test_without_letters_a_taken_address_gets_a_sentence(client, ada, mail):
    mail("none")
    make_member("Ben")

    answer = change(client, "ben@example.org")

    assert answer.status_code == 422
    assert "an account with this address already" in answer.content.decode()
    assert address_of(ada) == "ada@example.org"


# --- where letters leave ------------------------------------------------------------------------


def test_the_old_address_stays_until_the_letter_is_answered(client, ada, mail):
    mail("smtp")

    page = change(client, follow=True).content.decode()
    link = link_in(letter_to("new@example.org"))
    asked = client.get(link)
    before = address_of(ada)
    answer = client.post(link, follow=True)

    assert "A change is waiting" in page
    assert "Is this your address?" in asked.content.decode()
    assert before == "ada@example.org"
    assert address_of(ada) == "new@example.org"
    assert "new@example.org is confirmed" in answer.content.decode()


def test_the_old_address_is_told_before_and_after(client, ada, mail):
    mail("smtp")

    change(client)
    client.post(link_in(letter_to("new@example.org")))

    subjects = Letter.objects.filter(to="ada@example.org").values_list("subject", flat=True)
    assert sorted(subjects) == [
        "[Storyhold] Your address is about to change",
        "[Storyhold] Your address was changed",
    ]


def test_a_link_confirms_once(client, ada, mail):
    mail("smtp")
    change(client)
    link = link_in(letter_to("new@example.org"))

    client.post(link)

    assert client.get(link).status_code == 404
    assert client.post(link).status_code == 404


def test_whoever_gets_a_mistyped_letter_does_not_get_the_account(client, ada, mail):
    mail("smtp")
    change(client, "mistyped@example.org")
    link = link_in(letter_to("mistyped@example.org"))

    client.logout()
    as_guest = client.post(link)
    client.force_login(make_member("Eve"))
    as_other = client.post(link)

    assert as_guest.status_code == 302
    assert as_guest["Location"].startswith("/account/sign-in/?next=/account/email/confirm/")
    assert as_other.status_code == 404
    assert address_of(ada) == "ada@example.org"


def test_a_change_can_be_taken_back(client, ada, mail):
    mail("smtp")
    change(client)

    client.post("/account/email/take-back/")

    assert client.get(link_in(letter_to("new@example.org"))).status_code == 404
    assert address_of(ada) == "ada@example.org"


def test_a_second_change_replaces_the_first(client, ada, mail):
    mail("smtp")
    change(client)
    change(client, "newer@example.org")

    assert client.get(link_in(letter_to("new@example.org"))).status_code == 404
    assert client.get(link_in(letter_to("newer@example.org"))).status_code == 200


def test_a_taken_address_gets_the_same_answer_and_another_letter(client, ada, mail):
    mail("smtp")
    make_member("Ben")

    taken = change(client, "ben@example.org", follow=True).content.decode()
    free = change(client, "new@example.org", follow=True).content.decode()

    assert taken.count("ben@example.org") == free.count("new@example.org") > 0
    assert "A change is waiting" in taken
    assert "there is one with this address already" in letter_to("ben@example.org").body


def test_an_address_taken_meanwhile_is_not_given_twice(client, ada, mail):
    mail("smtp")
    change(client, "ben@example.org")
    link = link_in(letter_to("ben@example.org"))
    make_member("Ben")

    answer = client.post(link, follow=True)

    assert "an account with this address already" in answer.content.decode()
    assert address_of(ada) == "ada@example.org"


def test_the_letter_is_not_sent_again_within_three_minutes(client, ada, mail):
    mail("smtp")
    change(client)

    answer = client.post("/account/email/letter/", follow=True)

    assert Letter.objects.filter(to="new@example.org").count() == 1
    assert "only just now" in answer.content.decode()


# --- either way ---------------------------------------------------------------------------------


def test_the_password_is_asked_for_and_the_address_kept(client, ada):
    answer = change(client, password="wrong horse")

    assert answer.status_code == 422
    assert "not your password" in answer.content.decode()
    assert 'value="new@example.org"' in answer.content.decode()
    assert "wrong horse" not in answer.content.decode()


def test_the_address_one_has_is_no_change(client, ada):
    answer = change(client, "ADA@example.org")

    assert answer.status_code == 422
    assert "your address already" in answer.content.decode()


def test_nothing_nasty_breaks_changing_it(client, ada, nasty):
    assert client.post(EMAIL, **nasty("email", "oldpassword")).status_code == 422


def test_a_guest_signs_in_first(client):
    for address in (EMAIL, "/account/email/letter/", "/account/email/take-back/"):
        assert client.post(address)["Location"].startswith("/account/sign-in/")


def test_a_newcomer_confirms_from_any_device(client, mail):
    mail("smtp")
    eve = make_member("Eve")
    own = EmailAddress.objects.get(user=eve)
    own.verified = False
    own.save()
    key = EmailConfirmationHMAC.create(own).key

    asked = client.get(f"/account/email/confirm/{key}/")
    answer = client.post(f"/account/email/confirm/{key}/")

    assert asked.status_code == 200
    assert answer["Location"] == "/account/sign-in/"
    assert EmailAddress.objects.get(user=eve).verified
    assert not Letter.objects.exists()


@pytest.mark.parametrize("key", ["set-password", "x:y:z", "%00", "é:é:é", "x" * 5000])
def test_a_made_up_link_confirms_nothing(client, ada, key):
    assert client.get(f"/account/email/confirm/{key}/").status_code == 404
    assert client.post(f"/account/email/confirm/{key}/").status_code == 404
