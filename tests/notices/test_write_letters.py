from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from storyhold.accounts.actions import change_standing
from storyhold.archive.queries import the_archive
from storyhold.notices import mailing
from storyhold.notices.actions import read_all_notices, tell, withdraw
from storyhold.notices.kinds import How
from storyhold.notices.mailing import write_letters
from storyhold.notices.models import Notice
from storyhold.notices.rules import latest_deadline
from storyhold.notices.wishes import choose
from storyhold.notifications.models import Letter
from tests.cast import change_rules, make_member, open_the_archive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail", "archive")]


@pytest.fixture
def archive(db):
    open_the_archive()
    change_rules(name="The Lamp Room")


@pytest.fixture
def ada():
    return make_member("Ada")


def told(member, kind="review", number=1, title="Low Water", days_ago=8):
    who = {"reader": "Dora"} if kind == "review" else {"author": "Dora"}
    about = f"{kind}:{number}"
    tell([member], kind, about=about, path=f"/stories/{number}/", title=title, **who)
    day = now() - timedelta(days=days_ago)
    Notice.objects.filter(member=member, about=about).update(told_at=day)


def test_a_letter_at_once_says_what_happened_and_where(ada):
    told(ada, title="Low\r\nBcc: all@example.org")

    assert write_letters(How.AT_ONCE) == 1

    letter = Letter.objects.get()
    assert letter.to == "ada@example.org"
    assert letter.subject == "[The Lamp Room] Dora reviewed “Low Bcc: all@example.org”."
    assert "Hello Ada," in letter.body
    assert (
        "* Dora reviewed “Low Bcc: all@example.org”.\n  https://lamp.example.org/stories/1/\n"
        in (letter.body)
    )
    assert letter.is_news


def test_it_can_be_stopped_by_one_click(ada):
    told(ada)

    write_letters(How.AT_ONCE)

    letter = Letter.objects.get()
    address = letter.headers["List-Unsubscribe"].strip("<>")
    assert address.startswith("https://lamp.example.org/letters/stop/")
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"Reviews of my stories: {address}" in letter.body


def test_a_burst_goes_into_one_letter_and_nothing_goes_twice(ada):
    for number in range(3):
        told(ada, number=number)
    told(ada, number=4, days_ago=0)

    assert (write_letters(How.AT_ONCE), write_letters(How.AT_ONCE)) == (1, 0)

    assert Letter.objects.get().subject == "[The Lamp Room] 4 notices"


def test_what_was_told_this_moment_waits_for_more(ada):
    told(ada, days_ago=0)

    assert write_letters(How.AT_ONCE) == 0


def test_a_digest_has_a_part_for_each_kind(ada):
    choose(ada, {"review": How.DAILY, "reply": How.DAILY})
    told(ada, "reply", 1), told(ada, "review", 2), told(ada, "reply", 3)

    assert [write_letters(sort) for sort in (How.AT_ONCE, How.WEEKLY, How.DAILY)] == [0, 0, 1]

    letter = Letter.objects.get()
    assert letter.subject == "[The Lamp Room] 3 notices of the day"
    reviews, replies = (
        letter.body.index(heading) for heading in ("Reviews of my", "Answers to my")
    )
    assert reviews < letter.body.index("/stories/2/") < replies < letter.body.index("/stories/1/")
    assert letter.body.index("/stories/1/") < letter.body.index("/stories/3/")


def test_a_digest_leaves_out_what_is_gone_or_was_read(ada):
    ben = make_member("Ben")
    for member in (ada, ben):
        choose(member, {"review": How.DAILY})
        told(member, number=1)
    told(ada, number=2, title="Tide")
    read_all_notices(ben)
    withdraw("review:1")

    assert write_letters(How.DAILY) == 1
    assert "Low Water" not in Letter.objects.get().body


def test_no_letter_goes_where_none_may_arrive(ada, mail):
    ben = make_member("Ben")
    for member in (ada, ben):
        told(member)
    EmailAddress.objects.filter(user=ada).update(verified=False)
    change_standing(ben, role=ben.role, is_active=False)

    assert write_letters(How.AT_ONCE) == 0
    assert not Notice.objects.exclude(by_mail="").exists()


def test_without_an_address_for_its_links_no_letter_is_written(ada, mail):
    mail.ADDRESS = ""
    told(ada)

    assert write_letters(How.AT_ONCE) == 0
    assert Notice.objects.get().by_mail == ""


def test_a_long_digest_says_how_much_it_leaves_out(ada, monkeypatch):
    monkeypatch.setattr("storyhold.notices.letters.MOST_IN_A_LETTER", 2)
    for number in range(3):
        told(ada, number=number)

    write_letters(How.AT_ONCE)

    assert Letter.objects.get().body.count("\n* ") == 2
    assert "1 more is on your page of notices." in Letter.objects.get().body


def test_a_run_that_broke_off_goes_on_where_it_was(monkeypatch):
    members = [make_member(f"Reader {number}") for number in range(5)]
    for member in members:
        told(member)
    monkeypatch.setattr(mailing, "MEMBERS_AT_ONCE", 2)
    write = mailing.put_into_the_box
    monkeypatch.setattr(mailing, "put_into_the_box", lambda letters: 1 / len(letters[2:]))

    with pytest.raises(ZeroDivisionError):
        write_letters(How.AT_ONCE)
    monkeypatch.setattr(mailing, "put_into_the_box", write)

    assert write_letters(How.AT_ONCE) == 5
    assert sorted(letter.to for letter in Letter.objects.all()) == sorted(
        member.email for member in members
    )


def test_writing_to_many_costs_as_many_queries_as_writing_to_one(ada):
    others = [make_member(f"Reader {number}") for number in range(12)]
    told(ada)
    the_archive()  # known to the process from now on
    with CaptureQueriesContext(connection) as for_one:
        write_letters(How.AT_ONCE)

    for member in others:
        told(member)
    with CaptureQueriesContext(connection) as for_many:
        write_letters(How.AT_ONCE)

    assert len(for_many) == len(for_one)


def moment(day, hour):
    return datetime(2026, 11, day, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sort", "at", "deadline"),
    [
        (How.DAILY, moment(24, 5), datetime(2026, 11, 23, 6, tzinfo=UTC)),
        (How.DAILY, moment(24, 6), datetime(2026, 11, 24, 6, tzinfo=UTC)),
        (How.WEEKLY, moment(24, 6), datetime(2026, 11, 21, 6, tzinfo=UTC)),  # a Tuesday
        (How.WEEKLY, moment(21, 5), datetime(2026, 11, 14, 6, tzinfo=UTC)),  # a Saturday
        (How.WEEKLY, moment(21, 6), datetime(2026, 11, 21, 6, tzinfo=UTC)),
    ],
)
def test_digests_are_due_at_six_in_the_morning(sort, at, deadline):
    assert latest_deadline(sort, at) == deadline
