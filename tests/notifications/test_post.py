import pytest
from django.core.mail import send_mail

from storyhold.notifications.actions import put_into_the_box
from storyhold.notifications.models import Letter
from storyhold.notifications.queries import letters_kept
from storyhold.site.environment import Mail

pytestmark = pytest.mark.django_db


def test_a_letter_waits_in_the_box(post):
    send_mail("Hello", "A one-time link", None, ["ada@example.org"])

    letter = letters_kept().get()
    assert (letter.to, letter.subject, letter.body) == (
        "ada@example.org",
        "Hello",
        "A one-time link",
    )
    assert letter.sent_at is None
    assert letter.headers["Auto-Submitted"] == "auto-generated"


def test_where_no_mail_leaves_nothing_is_kept(post):
    post.MAIL = Mail(kind="none")

    send_mail("Hello", "A one-time link", None, ["ada@example.org"])

    assert not Letter.objects.exists()


def test_no_title_can_bring_a_header_along(post):
    put_into_the_box([Letter(to="a@example.org", subject="“Low\r\nBcc: all@example.org”", body="")])

    assert Letter.objects.get().subject == "“Low Bcc: all@example.org”"
