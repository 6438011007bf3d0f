"""“Is this you?”, by a guest or a member, and the archivist's no."""

from django.test import Client
from django.urls import reverse

from storyhold.claims.models import Claim
from storyhold.notices.models import Notice

FROM_HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
CLAIM = {"email": "eve@example.org", "words": "I wrote it in 2004."}


def address_for(eve) -> str:
    return reverse("claims:ask", args=[eve.member.pen_name.pk])


def test_a_profile_says_that_nobody_has_the_account_and_asks(client, eve, ben):
    page = client.get(eve.member.pen_name.get_absolute_url()).content.decode()

    assert "has not been claimed yet" in page
    assert address_for(eve) in page
    assert (
        "has not been claimed yet" not in client.get(f"/people/{ben.pen_name.pk}/").content.decode()
    )
    assert client.get(f"/people/{ben.pen_name.pk}/claim/").status_code == 404


def test_a_guest_asks_and_the_archivists_are_told(eve, wren, letters):
    guest = Client()

    answer = guest.post(address_for(eve), CLAIM, **FROM_HERE)

    claim = Claim.objects.get()
    assert (claim.who, claim.words, claim.unclaimed) == ("eve@example.org", CLAIM["words"], eve)
    assert answer["Location"] == eve.member.pen_name.get_absolute_url()
    assert Notice.objects.get(member=wren).kind == "claim"


def test_a_member_asks_by_pen_name(client, eve, ben):
    client.force_login(ben)

    client.post(address_for(eve), {"words": "Mine.", "pen_name": ben.pen_name.pk})

    assert Claim.objects.get().by == ben.pen_name


def test_what_a_guest_forgets_is_said_and_the_rest_is_kept(client, eve):
    page = client.post(address_for(eve), {"words": "It is me."}, **FROM_HERE)
    robot = client.post(address_for(eve), {**CLAIM, "homepage": "x"}, **FROM_HERE)
    stranger = client.post(address_for(eve), CLAIM, HTTP_SEC_FETCH_SITE="cross-site")

    assert page.status_code == 422
    assert "It is me." in page.content.decode()
    assert (robot.status_code, stranger.status_code) == (422, 403)
    assert not Claim.objects.exists()


def test_nothing_nasty_breaks_asking(client, eve, nasty):
    status = client.post(address_for(eve), **nasty("email", "words"), **FROM_HERE).status_code

    assert status == 422


def test_asking_again_and_again_is_slowed_down(client, eve):
    answers = [client.post(address_for(eve), CLAIM, **FROM_HERE).status_code for _ in range(7)]

    assert answers == [302] * 6 + [422]


def test_the_archivist_declines_by_letter(client, eve, wren, letters):
    Client().post(address_for(eve), CLAIM, **FROM_HERE)
    claim = Claim.objects.get()

    page = client.get(reverse("claims:account", args=[eve.pk])).content.decode()
    client.post(reverse("claims:decline", args=[claim.pk]))

    assert CLAIM["words"] in page
    assert 'value="eve@example.org"' in page
    (letter,) = letters("eve@example.org")
    assert "you are Eve" in letter.body
    assert not Claim.objects.exists()
    assert not Notice.objects.filter(kind="claim").exists()
