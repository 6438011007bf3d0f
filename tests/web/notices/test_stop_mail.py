import pytest
from django.test import Client

from storyhold.notices.kinds import How
from storyhold.notices.queries import choices_of, wants_no_mail
from storyhold.notices.wishes import Stop
from tests.cast import make_member

pytestmark = pytest.mark.usefixtures("archive")

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def ada():
    return make_member("Ada")


@pytest.fixture
def stranger():
    """Whoever opens the link: not signed in, and with a browser that asks for a token."""
    return Client(enforce_csrf_checks=True)


def link(member, *kinds):
    return f"/letters/stop/{Stop(member.pk, kinds).token}/"


def test_the_link_asks_and_tells_nothing_about_the_member(stranger, ada):
    answer = stranger.get(link(ada, "review"))

    page = answer.content.decode()
    assert "Reviews of my stories" in page
    assert "Ada" not in page
    assert "csrfmiddlewaretoken" not in page
    assert not answer.cookies
    assert choices_of(ada)["review"] == How.AT_ONCE


def test_the_button_of_a_mail_program_stops_it_without_signing_in(stranger, ada):
    answer = stranger.post(link(ada, "review"), ONE_CLICK)

    assert answer.status_code == 200
    assert choices_of(ada)["review"] == How.HERE
    assert choices_of(ada)["reply"] == How.AT_ONCE


def test_all_mail_is_stopped(stranger, ada):
    assert "no more notices" in stranger.get(link(ada)).content.decode()

    stranger.post(link(ada))

    assert wants_no_mail(ada)


def test_a_forged_link_is_not_found(stranger, ada):
    forged = link(ada, "review").replace("review", "reply")

    assert (stranger.get(forged).status_code, stranger.post(forged).status_code) == (404, 404)
