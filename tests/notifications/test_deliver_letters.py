from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.notifications import jobs
from storyhold.notifications.actions import put_into_the_box, take_next, try_again
from storyhold.notifications.jobs import ENOUGH, deliver_letters
from storyhold.notifications.models import Letter
from storyhold.notifications.rules import MOST_TRIES
from tests.mail_server import GOES_AWAY_AFTER, GOES_AWAY_BEFORE

pytestmark = pytest.mark.django_db


def write(to="ada@example.org", subject="Hello", body="A one-time link", *, is_news=False, **more):
    letter = Letter(to=to, subject=subject, body=body, is_news=is_news, **more)
    put_into_the_box([letter])
    return letter


def test_letters_leave_over_one_connection_and_their_texts_are_forgotten(server):
    write(subject="„Élan“ – 灯", body="Żółw\n.\n..end\nA line\n")
    write(to="ben@example.org")

    assert (deliver_letters(), deliver_letters()) == (2, 0)

    first = server.taken[0]
    assert (first["To"], first["From"]) == (
        "ada@example.org",
        "The Lamp Room <archive@example.org>",
    )
    assert first["Subject"] == "„Élan“ – 灯"
    assert first.get_content().splitlines() == ["Żółw", ".", "..end", "A line"]
    assert server.connections == 1
    for letter in Letter.objects.all():
        assert letter.sent_at
        assert (letter.body, letter.leaving_at) == ("", None)


def test_a_letter_that_somebody_waits_for_goes_before_news(server):
    write(to="news@example.org", is_news=True)
    write(to="link@example.org")

    deliver_letters()

    assert [letter["To"] for letter in server.taken] == ["link@example.org", "news@example.org"]


def test_while_the_server_is_away_all_letters_wait_longer_and_longer(post):
    write(), write(is_news=True)

    deliver_letters()
    first = waits()
    assert deliver_letters() == 0  # not due yet
    Letter.objects.update(next_try_at=now())
    deliver_letters()

    assert first == [2, 2]
    assert waits() == [4, 4]
    assert [letter.body for letter in Letter.objects.all()] == ["A one-time link"] * 2


def waits():
    return [round((letter.next_try_at - now()).seconds / 60) for letter in Letter.objects.all()]


def test_after_many_tries_it_is_given_up_until_an_archivist_tries_it_again(post, server):
    port, post.EMAIL_PORT = post.EMAIL_PORT, 9
    letter = write(tries=MOST_TRIES - 1)

    deliver_letters()
    letter.refresh_from_db()
    assert letter.given_up_at
    assert letter.last_error

    post.EMAIL_PORT = port
    try_again(letter)
    assert deliver_letters() == 1
    letter.refresh_from_db()
    assert (letter.given_up_at, letter.last_error) == (None, "")


def test_an_address_that_is_refused_is_given_up_at_once_and_holds_up_nobody(server):
    server.answers["gone@example.org"] = "550 No such user"
    write(to="gone@example.org")
    write(to="odd\n@example.org")
    write()

    assert deliver_letters() == 1

    gone, odd, ada = Letter.objects.order_by("pk")
    assert gone.last_error == "550 No such user"
    assert gone.given_up_at
    assert odd.given_up_at
    assert ada.sent_at


def test_an_address_that_is_refused_for_now_is_tried_again(server):
    server.answers["full@example.org"] = "452 Mailbox full"
    letter = write(to="full@example.org")

    deliver_letters()

    letter.refresh_from_db()
    assert letter.last_error == "452 Mailbox full"
    assert (letter.tries, letter.given_up_at, letter.leaving_at) == (1, None, None)


def test_a_server_that_takes_nothing_for_now_is_left_in_peace(server):
    for number in range(ENOUGH + 3):
        server.answers[f"reader{number}@example.org"] = "450 Too many letters"
        write(to=f"reader{number}@example.org")

    deliver_letters()

    assert waits() == [2] * (ENOUGH + 3)
    assert server.asked == [f"reader{number}@example.org" for number in range(ENOUGH)]


@pytest.mark.parametrize("answer", ["421 Closing", GOES_AWAY_BEFORE])
def test_a_letter_before_which_the_server_goes_away_is_tried_again(server, answer):
    server.answers["ada@example.org"] = answer
    news = write(is_news=True)

    deliver_letters()

    news.refresh_from_db()
    assert (news.given_up_at, news.leaving_at) == (None, None)


def test_a_letter_that_perhaps_arrived_is_sent_again_unless_it_is_news(server):
    server.answers["ada@example.org"] = GOES_AWAY_AFTER
    link, news = write(), write(is_news=True)

    deliver_letters(), deliver_letters()

    link.refresh_from_db(), news.refresh_from_db()
    assert news.given_up_at
    assert link.given_up_at is None
    server.answers.clear()
    Letter.objects.update(next_try_at=now())
    assert deliver_letters() == 1
    assert server.taken[0]["Message-ID"] == server.taken[-1]["Message-ID"]


def test_so_it_is_with_one_whose_worker_was_killed(server):
    link, news = write(), write(is_news=True)
    assert (take_next(), take_next(), take_next()) == (link, news, None)

    assert deliver_letters() == 0  # perhaps its worker is still at it
    Letter.objects.update(leaving_at=now() - timedelta(hours=1))
    deliver_letters()
    Letter.objects.update(next_try_at=now())
    assert deliver_letters() == 1

    link.refresh_from_db(), news.refresh_from_db()
    assert link.sent_at
    assert news.given_up_at


def test_a_slow_server_gets_a_part_of_the_letters_at_a_time(server, monkeypatch):
    monkeypatch.setattr(jobs, "ROUND", 0.0)
    write(), write()

    assert [deliver_letters() for _ in range(3)] == [1, 1, 0]
