import re

import pytest

from storyhold.polls.actions import close_poll, open_poll, vote
from storyhold.polls.models import Poll, Vote
from storyhold.polls.queries import open_poll_for
from tests.cast import make_member


@pytest.fixture
def ben(archive):
    return make_member("Ben")


@pytest.fixture
def poll(archive):
    return open_poll(question="Tea or coffee?", choices=["Tea", "Coffee"])


def page_of(client, address="/polls/"):
    return client.get(address).content.decode().partition("<main")[2].partition("<footer")[0]


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_moderator_asks_and_the_question_before_is_closed(client, poll):
    client.force_login(make_member("Mo", role="moderator"))

    client.post("/office/polls/", {"question": "Cake?", "choices": "Yes\n\n  Yes \nMore"})

    poll.refresh_from_db()
    assert not poll.is_open
    asked = Poll.objects.get(is_open=True)
    assert [choice.text for choice in asked.choices.all()] == ["Yes", "More"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": " "},
        {"choices": "Only one"},
        {"choices": "\n".join("ab" * n for n in range(1, 23))},
        {"choices": "Tea\n" + "x" * 121},
    ],
)
def test_what_is_no_poll_is_given_back(client, archive, wrong):
    client.force_login(make_member("Mo", role="moderator"))

    answer = client.post("/office/polls/", {"question": "Tea?", "choices": "Yes\nNo"} | wrong)

    assert answer.status_code == 422
    assert not Poll.objects.exists()


def test_a_member_votes_once_and_then_sees_the_result(client, poll, ben):
    tea, coffee = poll.choices.all()
    vote(poll, choice_id=coffee.pk, by=make_member("Ada"))
    client.force_login(ben)
    assert "%" not in page_of(client)

    answer = client.post(f"/polls/{poll.pk}/vote/", {"choice": tea.pk, "next": "/about/"})
    client.post(f"/polls/{poll.pk}/vote/", {"choice": coffee.pk})

    assert answer["Location"] == "/about/"
    assert Vote.objects.filter(member=ben).count() == 1
    words = words_of(page_of(client))
    assert "Tea Your vote 1 vote, 50 %" in words
    assert "Coffee 1 vote, 50 %" in words


def test_guests_see_the_question_and_after_it_is_closed_the_result(client, poll, ben):
    vote(poll, choice_id=poll.choices.all()[0].pk, by=ben)

    before = page_of(client)
    close_poll(poll)

    assert "Sign in" in before
    assert "%" not in before
    assert "csrfmiddlewaretoken" not in before
    assert "Tea 1 vote, 100 %" in words_of(page_of(client))
    assert open_poll_for(ben) is None


@pytest.mark.parametrize("choice", ["", "x", "0", "9" * 30])
def test_a_vote_for_nothing_is_not_counted(client, poll, ben, choice):
    client.force_login(ben)

    client.post(f"/polls/{poll.pk}/vote/", {"choice": choice})

    assert "Choose one of the answers." in page_of(client)
    assert not Vote.objects.exists()


def test_a_vote_comes_too_late(client, poll, ben):
    client.force_login(ben)
    tea = poll.choices.all()[0]
    close_poll(poll)

    client.post(f"/polls/{poll.pk}/vote/", {"choice": tea.pk})

    assert "closed in the meantime" in page_of(client)


def test_the_count_stays_when_a_voter_leaves(poll, ben):
    tea = poll.choices.all()[0]
    vote(poll, choice_id=tea.pk, by=ben)

    ben.delete()

    tea.refresh_from_db()
    assert tea.vote_count == 1


def test_a_poll_is_closed_and_deleted_in_the_office(client, poll):
    client.force_login(make_member("Mo", role="moderator"))

    client.post(f"/office/polls/{poll.pk}/close/")
    assert not Poll.objects.filter(is_open=True).exists()
    client.post(f"/office/polls/{poll.pk}/delete/")
    assert not Poll.objects.exists()


def test_old_polls_take_a_fixed_number_of_queries(client, ben, django_assert_max_num_queries):
    for number in range(8):
        poll = open_poll(question=f"{number}?", choices=["Yes", "No"])
        vote(poll, choice_id=poll.choices.all()[0].pk, by=ben)
    client.force_login(ben)
    client.get("/polls/")

    with django_assert_max_num_queries(10):
        client.get("/polls/")
