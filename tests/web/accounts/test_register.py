import pytest

from storyhold.accounts.actions import invite
from storyhold.accounts.models import Invitation, Member, PenName, Role
from storyhold.notifications.models import Letter
from tests.cast import make_member

pytestmark = pytest.mark.usefixtures("archive")

REGISTER = "/account/register/"
SECRET = "a lantern over grey water"


def register(client, **changes):
    typed = {
        "pen_name": "Ada Lovelace",
        "email": "ada@example.org",
        "password1": SECRET,
        "password2": SECRET,
    }
    return client.post(REGISTER, typed | changes)


def words(answer):
    return answer.content.decode()


def test_a_newcomer_becomes_a_member_and_is_signed_in(client):
    answer = register(client, email=" Ada@Example.ORG ")

    ada = Member.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert ada.email == "ada@example.org"
    assert ada.role == Role.MEMBER
    assert ada.check_password(SECRET)
    assert str(ada.pen_name) == "Ada Lovelace"
    assert client.session["_auth_user_id"] == str(ada.pk)


def test_registering_leads_back(client):
    assert register(client, next="/stories/5/")["Location"] == "/stories/5/"


def test_registering_leads_nowhere_else(client):
    assert register(client, next="https://evil.example/")["Location"] == "/"


def test_the_rules_for_passwords_stand_there_beforehand(client):
    assert "at least 10 characters" in words(client.get(REGISTER))


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("pen_name", "", "required"),
        ("pen_name", "A", "2 to 60 letters"),
        ("pen_name", "x" * 61, "at most 60"),
        ("pen_name", "https://spam.example", "2 to 60 letters"),
        ("pen_name", "Ada\0", "Null characters"),
        ("pen_name", "ﷺ" * 60, "2 to 60 letters"),
        ("email", "", "required"),
        ("email", "ada at example", "valid email"),
        ("email", "a" * 300 + "@example.org", "at most 254"),
        ("email", "ada\0@example.org", "Null characters"),
        ("email", "left-1@archive.invalid", "No letter can reach"),
        ("password1", "", "required"),
        ("password1", "short", "too short"),
        ("password1", "1234567890123", "entirely numeric"),
        ("password1", "x" * 1001, "at most 1000"),
        ("password1", "secret\0secret", "Null characters"),
        ("password2", "another lantern", "two passwords differ"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_is_kept(client, field, typed, sentence):
    answer = register(client, **{field: typed})

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Member.objects.exists()
    assert SECRET not in words(answer)
    if field != "email":
        assert 'value="ada@example.org"' in words(answer)


def test_nothing_nasty_breaks_registering(client, nasty):
    fields = ("pen_name", "email", "password1", "password2", "invitation")

    answer = client.post(REGISTER, **nasty(*fields))
    asked = client.get(REGISTER, **nasty("invitation", "email", "next", query=True))

    assert answer.status_code == 422
    assert asked.status_code == 200
    assert b"<script>alert" not in asked.content


def test_an_override_of_direction_is_left_out_of_the_name(client):
    register(client, pen_name="Ada\u202e Lovelace")

    assert PenName.objects.get().name == "Ada Lovelace"


@pytest.mark.parametrize(
    "name", ["हिन्दी लेखिका", "กวีไทย", "Ада Лавлейс", "עדה", "エイダ", "Zoë-Ann"]
)
def test_names_of_every_script_are_welcome(client, name):
    assert register(client, pen_name=name).status_code == 302
    assert PenName.objects.get().name == name


@pytest.mark.parametrize("name", ["ada lovelace", "ADA_LOVELACE", "Ａda Lovelace"])
def test_a_name_that_looks_like_another_is_taken(client, name):
    make_member("Ada Lovelace")

    answer = register(client, pen_name=name)

    assert answer.status_code == 422
    assert "is taken" in words(answer)
    assert f'value="{name}"' in words(answer)


@pytest.mark.parametrize("kind", ["none", "smtp"])
def test_a_known_address_gets_a_sentence(client, mail, kind):
    mail(kind)
    make_member("Ben")

    answer = register(client, email="BEN@example.org")

    assert answer.status_code == 422
    assert "an account with this address already" in words(answer)


def test_all_that_is_wrong_is_said_at_once(client):
    make_member("Ada Lovelace")

    answer = words(register(client, email="nonsense", password2="other"))

    assert "is taken" in answer
    assert "valid email" in answer
    assert "two passwords differ" in answer


def test_terms_are_shown_and_must_be_accepted(client, house_rules):
    house_rules(terms="Be *kind*.")

    page = words(client.get(REGISTER))
    refused = register(client)
    accepted = register(client, terms="on")

    assert "Be <em>kind</em>." in page
    assert refused.status_code == 422
    assert "Accept the terms" in words(refused)
    assert accepted.status_code == 302


def test_without_terms_there_is_no_box(client):
    assert 'name="terms"' not in words(client.get(REGISTER))


def test_a_closed_archive_says_so(client, house_rules):
    house_rules(registration="closed")

    page = client.get(REGISTER)
    answer = register(client)

    assert page.status_code == 200
    assert "takes no new members" in words(page)
    assert answer.status_code == 403
    assert not Member.objects.exists()
    assert REGISTER not in words(client.get("/account/sign-in/"))


def test_an_invitation_lets_one_person_in(client, house_rules):
    house_rules(registration="invitation")
    wren = make_member("Wren", role=Role.ARCHIVIST)
    _invitation, code = invite(by=wren)

    page = words(client.get(f"{REGISTER}?invitation={code}"))
    first = register(client, invitation=code)
    client.logout()
    second = register(client, invitation=code, pen_name="Ben", email="ben@example.org")

    assert f'value="{code}"' in page
    assert first.status_code == 302
    assert Invitation.objects.get().used_by == Member.objects.get(email="ada@example.org")
    assert second.status_code == 422
    assert "This invitation was used already" in words(second)
    assert Member.objects.count() == 2


@pytest.mark.parametrize("code", ["", "nonsense", "x" * 200])
def test_without_an_invitation_nobody_registers(client, house_rules, code):
    house_rules(registration="invitation")

    answer = register(client, invitation=code)

    assert answer.status_code == 422
    assert not Member.objects.exists()


def test_an_open_archive_asks_for_no_invitation_and_spends_none(client):
    _invitation, code = invite(by=make_member("Wren", role=Role.ARCHIVIST))

    register(client, invitation=code)

    assert 'name="invitation"' not in words(client.get(REGISTER))
    assert Invitation.objects.get().used_at is None


def test_a_letter_welcomes_where_letters_leave(client, mail, settings):
    mail("smtp")
    settings.ADDRESS = "https://archive.example.org"

    register(client, pen_name="Ada O’Brien")

    letter = Letter.objects.get()
    assert letter.to == "ada@example.org"
    assert letter.subject == "[Storyhold] Welcome"
    assert "Hello Ada O’Brien," in letter.body
    assert "https://archive.example.org/account/email/confirm/" in letter.body
    assert "http://testserver" not in letter.body


def test_no_letter_is_written_where_none_leaves(client, mail):
    mail("none")

    answer = client.post(
        REGISTER,
        {
            "pen_name": "Ada",
            "email": "ada@example.org",
            "password1": SECRET,
            "password2": SECRET,
        },
        follow=True,
    )

    assert not Letter.objects.exists()
    assert "A letter is on its way" not in words(answer)
    assert "Welcome! You are a member now." in words(answer)


def test_a_member_has_no_need_to_register(client):
    client.force_login(make_member("Ada"))

    assert client.get(REGISTER)["Location"] == "/"
