import re

import pytest

from storyhold.accounts.actions import change_standing, invite
from storyhold.accounts.models import Invitation, Member, Role
from tests.cast import make_member, make_pen_name

pytestmark = pytest.mark.usefixtures("archive")

MEMBERS = "/office/members/"
INVITATIONS = "/office/invitations/"


@pytest.fixture
def wren(client):
    wren = make_member("Wren", role=Role.ARCHIVIST)
    client.force_login(wren)
    return wren


@pytest.fixture
def ada():
    return make_member("Ada")


def at(member, deed=""):
    return f"{MEMBERS}{member.pk}/{deed}"


def words(answer):
    return answer.content.decode()


def fresh(member):
    return Member.objects.get(pk=member.pk)


def moderate(client):
    mo = make_member("Mo", role=Role.MODERATOR)
    client.force_login(mo)
    return mo


# --- finding them -------------------------------------------------------------------------------


@pytest.mark.parametrize("words_typed", ["ada", "COUNT", "ada@exam"])
def test_an_archivist_finds_members_by_name_and_address(client, wren, ada, words_typed):
    make_pen_name(ada, "Countess")
    make_member("Ben")

    page = words(client.get(MEMBERS, {"q": words_typed}))

    assert at(ada) in page
    assert "ada@example.org" in page
    assert "Ben" not in page


def test_a_moderator_sees_no_address_and_finds_nobody_by_it(client, ada):
    moderate(client)

    everybody = words(client.get(MEMBERS))
    by_address = words(client.get(MEMBERS, {"q": "ada@example"}))
    one = words(client.get(at(ada)))

    assert "Ada" in everybody
    assert "Nobody is called so" in by_address
    for page in (everybody, by_address, one):
        assert "@example.org" not in page


@pytest.mark.parametrize("query", ["page=abc", "page=99999999999", "q=%25", "q=_"])
def test_odd_questions_get_a_page(client, wren, query):
    assert client.get(f"{MEMBERS}?{query}").status_code == 200


def test_nothing_nasty_breaks_the_search(client, wren, nasty):
    assert client.get(MEMBERS, **nasty("q", "page", query=True)).status_code == 200


def test_the_queries_do_not_grow_with_the_members(client, wren, django_assert_max_num_queries):
    for number in range(30):
        make_pen_name(make_member(f"Member {number}"), f"Other {number}")

    with django_assert_max_num_queries(6):
        client.get(MEMBERS)


@pytest.mark.parametrize("deed", ["", "role/", "ban/", "let-in/", "password-link/"])
def test_nobody_there_is_not_found(client, wren, deed):
    address = f"{MEMBERS}999999999999999999/{deed}"

    answer = client.post(address) if deed else client.get(address)

    assert answer.status_code == 404


@pytest.mark.parametrize("deed", ["", "role/", "ban/", "let-in/", "password-link/"])
def test_a_member_does_nothing_here(client, ada, deed):
    client.force_login(make_member("Ben"))

    answer = client.post(at(ada, deed), {"role": "archivist"}) if deed else client.get(at(ada))

    assert answer.status_code == 404
    assert fresh(ada).is_active
    assert fresh(ada).role == Role.MEMBER


# --- roles --------------------------------------------------------------------------------------


def test_an_archivist_gives_roles(client, wren, ada):
    answer = client.post(at(ada, "role/"), {"role": "moderator"})

    assert answer["Location"] == at(ada)
    assert fresh(ada).role == Role.MODERATOR


@pytest.mark.parametrize("role", ["", "king", "x" * 1000])
def test_there_are_no_other_roles(client, wren, ada, role):
    answer = client.post(at(ada, "role/"), {"role": role}, follow=True)

    assert "Choose one of the roles" in words(answer)
    assert fresh(ada).role == Role.MEMBER


def test_the_last_archivist_keeps_the_role(client, wren):
    answer = client.post(at(wren, "role/"), {"role": "member"}, follow=True)

    assert "the only archivist" in words(answer)
    assert fresh(wren).role == Role.ARCHIVIST


def test_a_banned_archivist_does_not_count(client, wren):
    other = make_member("Wolf", role=Role.ARCHIVIST)
    change_standing(other, role=other.role, is_active=False)

    client.post(at(wren, "role/"), {"role": "member"})

    assert fresh(wren).role == Role.ARCHIVIST


def test_one_of_two_archivists_may_hand_over_the_keys(client, wren):
    make_member("Wolf", role=Role.ARCHIVIST)

    answer = client.post(at(wren, "role/"), {"role": "member"})

    assert fresh(wren).role == Role.MEMBER
    assert answer["Location"] == "/"


def test_a_moderator_gives_no_roles(client, ada):
    mo = moderate(client)

    assert client.post(at(ada, "role/"), {"role": "moderator"}).status_code == 404
    assert client.post(at(mo, "role/"), {"role": "archivist"}).status_code == 404
    assert fresh(ada).role == Role.MEMBER
    assert fresh(mo).role == Role.MODERATOR


# --- banning ------------------------------------------------------------------------------------


def test_a_member_is_banned_and_let_in_again(client, wren, ada):
    client.post(at(ada, "ban/"))
    banned = fresh(ada).is_active
    page = words(client.get(at(ada)))
    client.post(at(ada, "let-in/"))

    assert not banned
    assert "Let them in again" in page
    assert fresh(ada).is_active


def test_a_moderator_bans_members_alone(client, ada):
    other = make_member("Max", role=Role.MODERATOR)
    wren = make_member("Wren", role=Role.ARCHIVIST)
    mo = moderate(client)

    assert client.post(at(ada, "ban/")).status_code == 302
    for colleague in (other, wren, mo):
        assert client.post(at(colleague, "ban/")).status_code == 404
        assert fresh(colleague).is_active
    assert not fresh(ada).is_active


def test_nobody_bans_themselves(client, wren):
    assert client.post(at(wren, "ban/")).status_code == 404
    assert fresh(wren).is_active


# --- a password link by hand --------------------------------------------------------------------


def link_on(answer):
    return re.search(r'value="http://testserver([^"]+)"', words(answer))[1]


def test_an_archivist_makes_a_password_link_by_hand(client, wren, ada, mail):
    mail("none")
    answer = client.post(at(ada, "password-link/"))
    client.logout()

    form = client.get(link_on(answer))["Location"]
    client.post(form, {"password1": "a fresh lantern", "password2": "a fresh lantern"})

    assert "no-store" in answer["Cache-Control"]
    assert fresh(ada).check_password("a fresh lantern")


def test_the_link_uses_the_address_of_the_archive(client, wren, ada, settings):
    settings.ADDRESS = "https://archive.example.org"

    assert "https://archive.example.org/account/password/new/" in words(
        client.post(at(ada, "password-link/"))
    )


def test_a_moderator_makes_no_password_link(client, ada):
    moderate(client)

    assert client.post(at(ada, "password-link/")).status_code == 404
    assert "password-link" not in words(client.get(at(ada)))


# --- invitations --------------------------------------------------------------------------------


def test_an_invitation_is_made_and_its_link_shown_once(client, wren, house_rules):
    house_rules(registration="invitation")

    answer = client.post(INVITATIONS, {"note": "for Ben"})
    listed = words(client.get(INVITATIONS))
    client.logout()
    register = client.get(link_on(answer).replace("&amp;", "&"))

    code = link_on(answer).partition("=")[2]
    assert f'value="{code}"' in words(register)
    assert "for Ben" in listed
    assert code not in listed
    assert Invitation.objects.get().made_by == wren


@pytest.mark.parametrize("note", ["x" * 201, "\0"])
def test_a_note_that_cannot_be_gets_a_sentence(client, wren, note):
    answer = client.post(INVITATIONS, {"note": note})

    assert answer.status_code == 422
    assert "field__error" in words(answer)
    assert not Invitation.objects.exists()


def test_nothing_nasty_breaks_an_invitation(client, wren, nasty):
    assert client.post(INVITATIONS, **nasty("note")).status_code in (200, 422)


def test_an_unused_invitation_is_taken_back(client, wren):
    invitation, _code = invite(by=wren)

    client.post(f"{INVITATIONS}{invitation.pk}/take-back/")

    assert not Invitation.objects.exists()


def test_a_used_invitation_is_not_taken_back(client, wren, ada, house_rules):
    from storyhold.accounts.actions import use_invitation

    invitation, code = invite(by=wren)
    use_invitation(code, by=ada)

    assert client.post(f"{INVITATIONS}{invitation.pk}/take-back/").status_code == 404
    assert "Used" in words(client.get(INVITATIONS))


def test_a_moderator_invites_nobody(client, wren):
    invitation, _code = invite(by=wren)
    moderate(client)

    assert client.post(INVITATIONS, {"note": ""}).status_code == 404
    assert client.post(f"{INVITATIONS}{invitation.pk}/take-back/").status_code == 404


# --- trust --------------------------------------------------------------------------------------


def test_a_moderator_trusts_a_member_and_stops_to(client, ada):
    moderate(client)
    assert "Their work does not wait" in words(client.get(at(ada)))

    client.post(at(ada, "trust/"), {"is_trusted": "on", "may_always_submit": "on"})
    assert (fresh(ada).is_trusted, fresh(ada).may_always_submit) == (True, True)

    client.post(at(ada, "trust/"), {"may_always_submit": "on"})
    assert (fresh(ada).is_trusted, fresh(ada).may_always_submit) == (False, True)
