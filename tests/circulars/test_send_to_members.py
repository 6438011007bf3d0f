"""A letter to the members: to whom it goes, once, and how it is stopped."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils.timezone import now

from storyhold.accounts.models import Member, Role
from storyhold.circulars import letters
from storyhold.circulars.actions import sending
from storyhold.circulars.actions.sending import begin, go_on, stop, try_out, write_some_letters
from storyhold.circulars.actions.wording import (
    Said,
    delete_circular,
    edit_circular,
    write_circular,
)
from storyhold.circulars.models import Audience, Stage
from storyhold.circulars.queries import Reach, reach_of
from storyhold.circulars.refusals import (
    DayIsMissing,
    HasBegun,
    NoLetterLeaves,
    NothingSaid,
    NotTriedYet,
    SubjectIsMissing,
    TextIsTooLong,
    YourAddressIsNotConfirmed,
)
from storyhold.notices.wishes import Stop, stop_all_mail
from storyhold.notices.wishes import stop as stop_mail
from storyhold.notifications.models import Letter
from storyhold.site.environment import Mail
from tests.cast import change_rules, make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mail(settings):
    settings.MAIL, settings.ADDRESS = Mail(kind="smtp"), "https://lamp.example.org"
    open_the_archive()
    change_rules(name="The Lamp Room")
    return settings


@pytest.fixture
def wren():
    return make_member("Wren", role=Role.ARCHIVIST)


def written(**said):
    return write_circular(
        Said(**{"subject": "The pier", "text": "Dear {name},\n\nMind it."} | said)
    )


def sent(wren, **said):
    """A letter that is under way; nobody but its readers keeps it."""
    circular = written(**said)
    try_out(circular, by=wren)
    begin(circular)
    leave()
    return circular


def leave():
    """All letters leave."""
    Letter.objects.update(sent_at=now())


def readers(circular):
    """Who gets the letter, when nothing goes wrong."""
    already = set(Letter.objects.values_list("pk", flat=True))
    while write_some_letters():
        leave()
    circular.refresh_from_db()
    return {letter.to.partition("@")[0] for letter in Letter.objects.exclude(pk__in=already)}


def test_a_letter_says_what_was_written_and_how_to_get_no_more(wren):
    try_out(written(subject="The\npier", text="Dear {name},\r\n\r\nMind <b>it</b>."), by=wren)

    letter = Letter.objects.get()
    assert letter.subject == "[The Lamp Room] The pier"
    assert letter.body.startswith("Dear Wren,\n\nMind <b>it</b>.\n")
    address = letter.headers["List-Unsubscribe"].strip("<>")
    assert address.startswith("https://lamp.example.org/letters/stop/")
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address in letter.body
    assert letter.is_news


def test_every_member_is_written_to_once_though_the_worker_is_killed(wren, monkeypatch):
    for name in ("Ada", "Ben", "Dora", "Eve"):
        make_member(name)
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    circular = sent(wren)
    write_some_letters()
    leave()

    def is_killed(*_letters):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(sending, "put_into_the_box", is_killed)
        with pytest.raises(KeyboardInterrupt):
            write_some_letters()
    make_member("Finn")  # who came later

    assert readers(circular) == {"ben", "dora", "eve"}
    assert Letter.objects.filter(to="ada@example.org").count() == 1
    assert (circular.stage, circular.written) == (Stage.ENDED, 5)


def test_the_next_portion_waits_until_the_last_has_left(wren, monkeypatch):
    make_member("Ada"), make_member("Ben")
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    sent(wren)

    assert (write_some_letters(), write_some_letters()) == (2, 0)
    leave()
    assert write_some_letters() == 1


def test_it_is_stopped_and_goes_on(wren, monkeypatch):
    make_member("Ada"), make_member("Ben")
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    circular = sent(wren)
    write_some_letters()
    leave()

    stop(circular)
    assert readers(circular) == set()

    go_on(circular)
    assert readers(circular) == {"ben"}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience.ALL, {"ada", "ben", "dora", "wren"}),
        (Audience.AUTHORS, {"ada"}),
        (Audience.STAFF, {"wren"}),
        (Audience.ABSENT, {"ada", "dora"}),
    ],
)
def test_it_goes_to_those_it_is_meant_for(wren, audience, expected):
    ada, ben = make_member("Ada"), make_member("Ben")
    make_story(author=ada, public=True)
    make_story(author=make_member("Dora"))  # a draft
    make_member("Cleo", active=False)
    Member.objects.filter(pk=ada.pk).update(last_login=now() - timedelta(days=40))
    Member.objects.filter(pk__in=(ben.pk, wren.pk)).update(last_login=now())
    since = now().date() - timedelta(days=30)

    assert readers(sent(wren, audience=audience, absent_since=since)) == expected


def test_those_who_cannot_or_do_not_want_to_be_reached_are_left_out_and_counted(wren):
    ada, ben, dora, _eve = (make_member(name) for name in ("Ada", "Ben", "Dora", "Eve"))
    EmailAddress.objects.filter(user=ada).update(verified=False)
    stop_mail(Stop(ben.pk, ("circular",)))
    stop_all_mail(dora)
    circular = sent(wren)

    assert reach_of(circular) == Reach(meant=5, letters=2, unconfirmed=1, unwanted=2)
    assert readers(circular) == {"eve", "wren"}
    assert (circular.written, circular.unconfirmed, circular.unwanted) == (2, 1, 2)


def test_about_the_rules_everybody_is_told_and_why(wren):
    ben = make_member("Ben")
    stop_all_mail(ben)

    circular = sent(wren, is_about_rules=True)

    assert reach_of(circular).letters == 2
    assert readers(circular) == {"ben", "wren"}
    told = letters.letter_to(ben.pk, circular, email=ben.email, name="Ben")
    assert "because it is about the rules" in told.body
    assert told.headers == {}


def test_nothing_is_sent_before_it_was_tried_as_it_stands(wren):
    circular = written()
    with pytest.raises(NotTriedYet):
        begin(circular)

    try_out(circular, by=wren)
    edit_circular(circular, Said(subject="The quay", text="Mind it, too."))

    with pytest.raises(NotTriedYet):
        begin(circular)


def test_what_has_begun_is_neither_changed_nor_deleted_nor_begun_again(wren):
    circular = sent(wren)
    readers(circular)

    with pytest.raises(HasBegun):
        edit_circular(circular, Said(subject="Else", text="Else"))
    with pytest.raises(HasBegun):
        delete_circular(circular)
    begin(circular)
    assert readers(circular) == set()


def test_without_mail_or_a_confirmed_address_nothing_is_sent(wren, mail):
    EmailAddress.objects.filter(user=wren).update(verified=False)
    with pytest.raises(YourAddressIsNotConfirmed):
        try_out(written(), by=wren)

    mail.ADDRESS = ""
    for deed in (lambda: try_out(written(), by=wren), lambda: begin(written())):
        with pytest.raises(NoLetterLeaves):
            deed()
    assert write_some_letters() == 0


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"subject": " \n"}, SubjectIsMissing),
        ({"text": " "}, NothingSaid),
        ({"text": "x" * 20_001}, TextIsTooLong),
        ({"audience": Audience.ABSENT}, DayIsMissing),
    ],
)
def test_what_cannot_be_sent_is_not_kept(said, refusal):
    with pytest.raises(refusal):
        written(**said)
