import pytest

from storyhold.stories.actions.authorship import invite_co_author
from tests.cast import make_member, make_story

pytestmark = pytest.mark.usefixtures("archive")


@pytest.fixture
def ada(client):
    ada = make_member("Ada")
    client.force_login(ada)
    return ada


def test_the_account_is_on_one_page(client, ada):
    page = client.get("/account/").content.decode()

    assert "ada@example.org" in page
    for address in ("/account/email/", "/account/password/", "/account/pen-names/new/"):
        assert f'href="{address}"' in page
    assert 'action="/account/sign-out/"' in page


def test_invitations_to_write_together_are_shown(client, ada):
    story = make_story(author=make_member("Ben"), title="The Wheel")
    invite_co_author(story, name="Ada")

    assert (
        "“The Wheel” would like Ada among its authors" in client.get("/account/").content.decode()
    )


def test_age_is_said_once(client, ada):
    before = client.get("/account/").content.decode()
    answer = client.post("/account/age/")
    after = client.get("/account/").content.decode()

    ada.refresh_from_db()
    assert "I am of age" in before
    assert answer["Location"] == "/account/"
    assert ada.has_confirmed_age
    assert "I am of age" not in after


def test_age_is_not_said_by_following_a_link(client, ada):
    assert client.get("/account/age/").status_code == 405


@pytest.mark.parametrize("address", ["/account/", "/account/pen-names/new/"])
def test_a_guest_signs_in_first(client, address):
    assert client.get(address)["Location"] == f"/account/sign-in/?next={address}"
