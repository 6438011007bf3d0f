import smtplib

import pytest
from django.core.mail import EmailMessage, send_mail
from django.utils.timezone import now

from storyhold.notifications.jobs import MOST_TRIES, deliver_letters
from storyhold.notifications.models import Letter
from storyhold.notifications.queries import letters_kept
from storyhold.site.environment import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def post(settings):
    settings.EMAIL_BACKEND = "storyhold.notifications.post.Post"
    settings.MAIL = Mail(kind="smtp")
    return settings


def write(to="ada@example.org"):
    send_mail("Hello", "A one-time link", None, [to])


@pytest.fixture
def server(monkeypatch):
    """The outside: a mail server that takes letters, or breaks as it is told."""
    taken, faults = [], []

    def send(message, **_options):
        if faults:
            raise faults[0]
        taken.append(message)

    monkeypatch.setattr(EmailMessage, "send", send)
    return taken, faults


def test_a_letter_waits_in_the_box():
    write()

    letter = letters_kept().get()
    assert (letter.to, letter.subject, letter.body) == (
        "ada@example.org",
        "Hello",
        "A one-time link",
    )
    assert letter.sent_at is None


def test_where_no_mail_leaves_nothing_is_kept(post):
    post.MAIL = Mail(kind="none")

    write()

    assert not Letter.objects.exists()


def test_the_worker_carries_it_out_and_forgets_its_text(server):
    taken, _faults = server
    Letter.objects.create(to="ada@example.org", subject="Hello", body="A one-time link")

    assert deliver_letters() == 1
    assert deliver_letters() == 0

    letter = Letter.objects.get()
    assert [message.to for message in taken] == [["ada@example.org"]]
    assert letter.sent_at
    assert letter.body == ""


@pytest.mark.parametrize(
    "fault", [OSError("no route"), smtplib.SMTPException("busy"), ValueError("x")]
)
def test_a_letter_that_fails_is_tried_again_later(server, fault):
    server[1].append(fault)
    Letter.objects.create(to="ada@example.org", subject="Hello", body="A one-time link")

    assert deliver_letters() == 0
    assert deliver_letters() == 0  # not due yet

    letter = Letter.objects.get()
    assert letter.tries == 1
    assert letter.next_try_at > now()
    assert letter.body == "A one-time link"


def test_after_many_tries_it_is_given_up_and_its_text_forgotten(server):
    server[1].append(OSError("no route"))
    Letter.objects.create(to="a@example.org", subject="Hello", body="Link", tries=MOST_TRIES - 1)

    deliver_letters()

    letter = Letter.objects.get()
    assert letter.given_up_at
    assert letter.body == ""
