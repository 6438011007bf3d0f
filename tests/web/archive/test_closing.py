"""Closed for maintenance: who gets in, what others read, and what is not lost."""

import pytest

from storyhold.accounts.models import Role
from storyhold.archive.actions import close_archive, reopen_archive
from storyhold.archive.queries import forget_archive, the_archive
from tests.cast import PASSWORD, make_member, make_story, open_the_archive

DESK = "/office/closing/"
WORDS = "We *paint* the stairs. Come at eight, & sign in."


@pytest.fixture(autouse=True)
def archive(db):
    return open_the_archive()


@pytest.fixture
def ada():
    return make_member("Ada")


@pytest.fixture
def wren():
    return make_member("Wren", role=Role.ARCHIVIST)


def close(words=WORDS):
    close_archive(words=words)
    forget_archive()


def reopen():
    reopen_archive()
    forget_archive()


def words(answer):
    return answer.content.decode()


def test_an_archivist_closes_it_and_opens_it_again(client, wren):
    client.force_login(wren)

    client.post(DESK, {"words": WORDS})
    forget_archive()
    assert the_archive().is_closed
    assert "only moderators and archivists see this" in words(client.get("/"))

    client.post(DESK + "reopen/")
    forget_archive()
    assert not the_archive().is_closed
    assert "We *paint* the stairs." in words(client.get(DESK))


@pytest.mark.parametrize(
    "address", ["/", "/stories/", "/feeds/stories.atom", "/account/register/", "/nothing/"]
)
def test_while_closed_others_read_why(client, ada, address):
    close()

    as_guest = client.get(address)
    client.force_login(ada)
    as_member = client.get(address)

    for answer in (as_guest, as_member):
        assert (answer.status_code, answer["Retry-After"]) == (503, "3600")
        assert "We <em>paint</em> the stairs." in words(answer)


def test_those_who_keep_it_see_everything(client, ada):
    story = make_story(author=ada, public=True)
    close()

    client.force_login(make_member("Mo", role=Role.MODERATOR))

    assert client.get(story.get_absolute_url()).status_code == 200


def test_signing_in_works(client, wren):
    close()

    page = client.get("/account/sign-in/")
    answer = client.post("/account/sign-in/", {"login": "Wren", "password": PASSWORD}, follow=True)

    assert page.status_code == 200
    assert answer.status_code == 200
    assert answer.context["user"] == wren


def test_what_was_being_written_is_there_again_afterwards(client, ada):
    client.force_login(ada)
    ticket = words(client.get("/desk/new/")).split('name="kept_ticket" value="')[1].split('"')[0]
    close()

    answer = client.post(
        "/desk/new/", {"kept_ticket": ticket, "title": "Low Water", "text": "By hand."}
    )
    reopen()

    assert answer.status_code == 503
    assert "What you typed is kept" in words(answer)
    assert "By hand." in words(client.get("/desk/new/"))


def test_it_costs_no_query_of_a_guest(client, django_assert_num_queries):
    close()
    the_archive()

    with django_assert_num_queries(0):
        client.get("/stories/")


@pytest.mark.parametrize("typed", ["", "  ", "x" * 5001, "a\0b"])
def test_what_cannot_be_read_does_not_close_it(client, wren, typed):
    client.force_login(wren)

    answer = client.post(DESK, {"words": typed})

    assert answer.status_code == 422
    forget_archive()
    assert not the_archive().is_closed
