from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.shoutbox.actions import shout
from storyhold.shoutbox.models import Shout
from tests.cast import change_rules, make_member


@pytest.fixture
def ben(archive):
    return make_member("Ben")


def test_a_member_calls_out_a_few_words_as_plain_text(client, ben):
    client.force_login(ben)

    client.post("/shoutbox/", {"text": "The <b>tide</b>\nis in!"})

    client.logout()
    page = client.get("/shoutbox/").content.decode()
    assert "The &lt;b&gt;tide&lt;/b&gt; is in!" in page
    assert ben.pen_name.get_absolute_url() in page


def test_guests_shout_only_where_the_archive_lets_them(client, archive):
    assert "Post it" not in client.get("/shoutbox/").content.decode()
    refused = client.post("/shoutbox/", {"text": "Hello?"})
    change_rules(guests_may_shout=True)
    page = client.get("/shoutbox/").content.decode()
    client.post("/shoutbox/", {"text": "Hello!", "guest_name": "Nobody"})

    assert refused.status_code == 422
    assert "Sign in to write here." in refused.content.decode()
    assert "csrfmiddlewaretoken" not in page
    assert (Shout.objects.get().text, Shout.objects.get().name) == ("Hello!", "Nobody")


def test_programs_strangers_and_the_hasty_are_kept_out(client, archive):
    change_rules(guests_may_shout=True)

    trap = client.post("/shoutbox/", {"text": "Buy!", "homepage": "x"})
    elsewhere = client.post("/shoutbox/", {"text": "Buy!"}, headers={"Sec-Fetch-Site": "none"})
    assert (trap.status_code, elsewhere.status_code) == (422, 403)
    for _time in range(7):
        client.post("/shoutbox/", {"text": "Again!"})
    assert Shout.objects.count() == 6


@pytest.mark.parametrize("text", ["", " \t", "x" * 201])
def test_what_is_no_shout_is_given_back(client, ben, text):
    client.force_login(ben)

    answer = client.post("/shoutbox/", {"text": text})

    assert answer.status_code == 422
    assert not Shout.objects.exists()


def test_a_shout_is_deleted_by_its_writer_or_a_moderator(client, ben):
    mine = shout("Mine", by=ben.pen_name)
    theirs = shout("Theirs", by=make_member("Ada").pen_name)
    client.force_login(ben)

    assert client.post(f"/shoutbox/{theirs.pk}/delete/").status_code == 404
    client.post(f"/shoutbox/{mine.pk}/delete/")
    client.force_login(make_member("Mo", role="moderator"))
    client.post(f"/shoutbox/{theirs.pk}/delete/")

    assert not Shout.objects.exists()


def test_what_is_old_is_cleared_away_in_the_office(client, ben):
    shout("Old", by=ben.pen_name, at=now() - timedelta(days=100))
    shout("New", by=ben.pen_name)
    client.force_login(make_member("Mo", role="moderator"))

    client.post("/office/shoutbox/", {"days": "90"})

    assert [each.text for each in Shout.objects.all()] == ["New"]


def test_a_page_of_shouts_takes_few_queries(client, ben, django_assert_max_num_queries):
    for number in range(35):
        shout(f"{number}", by=ben.pen_name)
    client.get("/shoutbox/")

    with django_assert_max_num_queries(3):
        page = client.get("/shoutbox/").content.decode()

    assert page.count('id="shout-') == 30
