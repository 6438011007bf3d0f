import pytest

from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.models import Authorship
from tests.cast import change_rules, make_member, make_pen_name, make_story


@pytest.fixture
def story(ada):
    return make_story(author=ada)


@pytest.fixture
def here(story):
    return f"/desk/stories/{story.pk}/authors/"


def names(story):
    accepted = story.authorships.exclude(accepted_at=None)
    return [authorship.pen_name.name for authorship in accepted]


def test_a_member_is_invited_by_pen_name(adas, bens, story, here):
    html = adas.post(here, {"pen_name": "ben"}, follow=True).content.decode()
    assert "Ben is invited" in html

    assert story.title in bens.get("/desk/").content.decode()
    assert story.title in bens.get("/desk/invitations/").content.decode()


@pytest.mark.parametrize("name", ["", "Nemo", "Ada", "x" * 1_000_000, "a\0b", "\u202e"])
def test_a_name_that_cannot_be_invited_gets_a_sentence(adas, here, name):
    page = adas.post(here, {"pen_name": name})

    assert page.status_code == 422
    assert page.context["form"].errors["pen_name"]


def test_an_invitation_is_accepted(bens, ben, story):
    invitation = invite_co_author(story, name="Ben")

    bens.post(f"/desk/invitations/{invitation.pk}/accept/")

    assert names(story) == ["Ada", "Ben"]
    assert bens.get(f"/desk/stories/{story.pk}/").status_code == 200


def test_or_declined(bens, ben, story):
    invitation = invite_co_author(story, name="Ben")

    bens.post(f"/desk/invitations/{invitation.pk}/decline/")

    assert names(story) == ["Ada"]
    assert bens.get(f"/desk/stories/{story.pk}/").status_code == 404


def test_or_withdrawn(adas, ben, story, here):
    invitation = invite_co_author(story, name="Ben")
    assert f"/desk/invitations/{invitation.pk}/withdraw/" in adas.get(here).content.decode()

    adas.post(f"/desk/invitations/{invitation.pk}/withdraw/")

    assert not Authorship.objects.filter(pk=invitation.pk).exists()


def test_nobody_answers_for_another(adas, bens, client, ben, mo, story):
    invitation = invite_co_author(story, name="Ben")
    client.force_login(mo)

    assert client.post(f"/desk/invitations/{invitation.pk}/accept/").status_code == 404
    assert client.post(f"/desk/invitations/{invitation.pk}/withdraw/").status_code == 404
    assert bens.post(f"/desk/invitations/{invitation.pk}/withdraw/").status_code == 404
    assert Authorship.objects.filter(pk=invitation.pk, accepted_at=None).exists()


def test_an_author_signs_with_another_name(adas, ada, story, here):
    other = make_pen_name(ada, "A. L.")
    assert 'name="signature"' in adas.get(here).content.decode()

    adas.post(f"{here}sign/", {"signature": str(other.pk)})

    assert names(story) == ["A. L."]


@pytest.mark.parametrize("signature", ["", "x", "0", "9" * 100])
def test_and_not_with_one_that_is_not_theirs(adas, ada, story, here, signature):
    make_pen_name(ada, "A. L.")

    adas.post(f"{here}sign/", {"signature": signature})

    assert names(story) == ["Ada"]


def test_an_author_leaves(adas, ben, story, here):
    accept_co_authorship(invite_co_author(story, name="Ben"))
    assert "Take your name off" in adas.get(f"{here}leave/").content.decode()

    adas.post(f"{here}leave/")

    assert names(story) == ["Ben"]
    assert adas.get(here).status_code == 404


def test_the_last_author_stays(adas, story, here):
    html = adas.post(f"{here}leave/", follow=True).content.decode()

    assert "only author" in html
    assert names(story) == ["Ada"]


def test_who_is_only_invited_changes_nothing(bens, ben, story, here):
    invite_co_author(story, name="Ben")

    for address in ("", "sign/", "leave/"):
        assert bens.post(here + address, {"pen_name": "Ben"}).status_code == 404


def test_guests_are_asked_to_sign_in(client, here):
    for address in (here, f"{here}leave/", "/desk/invitations/", "/desk/trash/", "/desk/"):
        assert client.get(address).url == f"/account/sign-in/?next={address}"


def test_part_of_a_name_finds_whom_it_may_mean(adas, ben, story, here):
    make_member("Benedikta")
    make_member("Cleo Benson", active=False)

    page = adas.post(here, {"pen_name": "EN"})

    assert page.status_code == 422
    assert [name.name for name in page.context["namesakes"]] == ["Ben", "Benedikta"]
    assert 'name="pen_name" value="Benedikta"' in page.content.decode()


def test_where_stories_have_one_author_nobody_is_invited(adas, bens, ben, story, here):
    invitation = invite_co_author(story, name="Ben")
    change_rules(co_authors_allowed=False)

    assert "Write it together" not in adas.get(here).content.decode()
    assert adas.post(here, {"pen_name": "Ben"}).status_code == 422
    page = bens.post(f"/desk/invitations/{invitation.pk}/accept/", follow=True)
    assert "one author" in page.content.decode()
    assert names(story) == ["Ada"]


def test_who_is_invited_is_told_until_they_answer(bens, ben, story):
    invitation = invite_co_author(story, name="Ben")
    assert ben.notices.get().kind == "invitation"

    bens.post(f"/desk/invitations/{invitation.pk}/accept/")

    assert not ben.notices.exists()
