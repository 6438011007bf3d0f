"""An account comes to its owner: by a link, as part of another account, or by signing in."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.bookmarks.actions.keeping import Said, keep
from storyhold.bookmarks.models import Bookmark
from storyhold.claims.models import Handover, Unclaimed
from storyhold.stories.models import Story
from tests.cast import PASSWORD, make_member, make_story

OWN = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def link(client, eve, wren, letters) -> str:
    """The link that was sent to Eve."""
    client.post(reverse("claims:hand_over", args=[eve.pk]), {"email": "eve@example.org"})
    (letter,) = letters("eve@example.org")
    return re.search(r"(/account/claim/\S+/)", letter.body)[1]


def test_the_desk_lists_who_waits_with_their_stories(
    client, eve, wren, django_assert_max_num_queries
):
    Unclaimed.objects.create(member=make_member("Adam"), why="password")

    with django_assert_max_num_queries(12):
        page = client.get("/office/unclaimed/").content.decode()

    assert re.search(r"Eve</bdi></a></th>\s*<td>1</td>", page)
    assert "Adam" in page
    assert "Adam" not in client.get("/office/unclaimed/?q=ev").content.decode()


def test_the_link_gives_the_account_once(link, eve):
    browser = Client()

    assert "Welcome back, Eve" in browser.get(link).content.decode()
    assert browser.post(link, OWN)["Location"] == "/account/sign-in/"

    member = Member.objects.get(email="eve@example.org")
    assert member.check_password(PASSWORD)
    assert member.pen_name.name == "Eve"
    assert not Unclaimed.objects.exists()
    assert browser.post(link, OWN).status_code == 404
    assert Handover.objects.count() == 0


def test_a_link_that_expired_or_was_replaced_gives_nothing(client, link, eve, letters):
    client.post(reverse("claims:hand_over", args=[eve.pk]), {"email": "eve@example.net"})
    newer = re.search(r"(/account/claim/\S+/)", letters("eve@example.net")[0].body)[1]

    assert Client().post(link, OWN).status_code == 404
    Handover.objects.update(expires_at=now() - timedelta(seconds=1))
    assert Client().post(newer, OWN).status_code == 404
    assert Unclaimed.objects.filter(pk=eve.pk).exists()


def test_an_address_that_a_member_has_is_refused(client, link, eve, wren, ben):
    address = reverse("claims:hand_over", args=[eve.pk])

    refused = client.post(address, {"email": "ben@example.org"})
    house = client.post(address, {"email": "x@archive.invalid"})
    taken = Client().post(link, {**OWN, "email": "ben@example.org"})

    assert [each.status_code for each in (refused, house, taken)] == [422, 422, 422]
    assert "A member has this address" in refused.content.decode()
    assert 'value="ben@example.org"' in refused.content.decode()


def test_where_no_letters_leave_the_link_is_shown_once(client, eve, wren, mail):
    mail("none")

    page = client.post(reverse("claims:hand_over", args=[eve.pk]), {"email": "eve@example.org"})

    assert re.search(r'value="http://testserver/account/claim/\S+/"', page.content.decode())
    assert "no-store" in page["Cache-Control"]


def test_names_and_works_are_added_to_a_members_account(client, eve, wren, ben):
    pen_name, both = eve.member.pen_name, make_story(author=wren, title="Kept", public=True)
    for member in (eve.member, ben):
        keep(both, Said(comment="", is_public=True), by=member.pen_name)
    keep(make_story(author=wren, public=True), Said(comment="", is_public=True), by=pen_name)

    client.post(reverse("claims:join", args=[eve.pk]), {"pen_name": "ben"})

    assert set(PenName.objects.filter(member=ben).values_list("name", "is_default")) == {
        ("Ben", True), ("Eve", False)
    }  # fmt: skip
    assert Story.objects.get(title="The Old Pier").authorships.get().pen_name == pen_name
    assert Bookmark.objects.filter(member=ben).count() == 2
    assert not Member.objects.filter(pk=eve.member_id).exists()


def test_names_go_to_nobody_who_is_not_there(client, eve, wren):
    for name in ("Nobody", "Eve", ""):
        answer = client.post(reverse("claims:join", args=[eve.pk]), {"pen_name": name})
        assert answer.status_code == 422

    assert Unclaimed.objects.filter(pk=eve.pk).exists()


def test_whoever_signs_in_has_the_account_in_hand(client, archive):
    member = make_member("Olga")
    Unclaimed.objects.create(member=member, why="password")

    client.post("/account/sign-in/", {"login": "Olga", "password": PASSWORD})

    assert not Unclaimed.objects.exists()


def test_a_forgotten_password_reaches_the_address_that_came_along(client, eve, letters):
    Unclaimed.objects.update(shared_address="both@example.org")

    client.post("/account/password/forgotten/", {"email": "eve"})

    (letter,) = letters("both@example.org")
    reset = re.search(r"(/account/password/new/\S+)", letter.body)[1]
    client.post(client.get(reset)["Location"], {k: v for k, v in OWN.items() if k != "email"})
    eve.member.refresh_from_db()
    assert eve.member.check_password(PASSWORD)
    assert not letters(eve.member.email)
