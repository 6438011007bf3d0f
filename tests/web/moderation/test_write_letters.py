import pytest

from storyhold.moderation.actions.messages import send_message
from storyhold.moderation.models import Inquiry, Message
from storyhold.notifications.models import Letter
from tests.cast import make_pen_name

LETTER = {"subject": "A lost story", "text": "Where is *it*?"}


def test_a_guest_writes_to_the_archive_and_an_archivist_settles_it(client, wren, mo):
    answer = client.post("/contact/", LETTER | {"email": "guest@example.org"})

    inquiry = Inquiry.objects.get()
    assert answer.status_code == 302
    wren.refresh_from_db()
    mo.refresh_from_db()
    assert (wren.unread_notices, mo.unread_notices) == (1, 0)
    client.force_login(wren)
    page = client.get(inquiry.get_absolute_url()).content.decode()
    assert "Where is <em>it</em>?" in page
    assert "mailto:guest@example.org" in page
    client.post(inquiry.get_absolute_url(), {"note": "Found it."})
    assert "A lost story" in client.get("/office/inquiries/?state=settled").content.decode()
    client.force_login(mo)
    assert client.get("/office/inquiries/").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"email": ""}, {"email": "x"}, {"subject": ""}, {"text": " "}, {"text": "x" * 10_001}],
)
def test_a_letter_that_cannot_be_sent_is_given_back(client, archive, wrong):
    answer = client.post("/contact/", LETTER | {"email": "guest@example.org"} | wrong)

    assert answer.status_code == 422
    assert not Inquiry.objects.exists()


def test_a_member_signs_and_is_answered_in_the_archive(client, ben, wren):
    client.force_login(ben)
    client.post("/contact/", LETTER)
    client.force_login(wren)

    page = client.get(Inquiry.objects.get().get_absolute_url()).content.decode()

    assert f"/people/{ben.pen_name.pk}/write/" in page
    assert "ben@example.org" not in page


def test_a_member_writes_to_an_author_who_learns_no_address(client, ada, ben, mail):
    mail("show")
    make_pen_name(ben, "Thistle")
    client.force_login(ben)
    thistle = ben.pen_names.get(name="Thistle")
    profile = client.get(ada.pen_name.get_absolute_url()).content.decode()
    address = f"/people/{ada.pen_name.pk}/write/"
    assert f'href="{address}"' in profile

    client.post(address, LETTER | {"pen_name": thistle.pk})

    message, letter = Message.objects.get(), Letter.objects.get(subject__contains="A lost story")
    assert letter.to == ada.email
    assert "Where is it?" in letter.body
    assert "ben@example.org" not in letter.body + str(letter.headers)
    client.force_login(ada)
    page = client.get(message.get_absolute_url()).content.decode()
    assert "Thistle" in page
    assert "Ben" not in page
    assert "A lost story" in client.get("/messages/").content.decode()


def test_the_address_is_shown_only_to_be_answered_by_mail(ada, ben, mail):
    mail("show")

    send_message(ada.pen_name, by=ben.pen_name, **LETTER, show_address=True)

    letter = Letter.objects.get(subject__contains="A lost story")
    assert letter.headers["Reply-To"] == "ben@example.org"


def test_without_mail_it_is_still_read_and_answered(client, ada, ben, mail):
    mail("none")
    message = send_message(ada.pen_name, by=ben.pen_name, **LETTER)
    client.force_login(ada)

    ada.refresh_from_db()
    assert ada.unread_notices == 1
    answer = f"/people/{ben.pen_name.pk}/write/?answer={message.pk}"
    assert answer in client.get(message.get_absolute_url()).content.decode()
    assert 'value="Re: A lost story"' in client.get(answer).content.decode()
    assert not Letter.objects.exists()
    client.post(f"/messages/{message.pk}/delete/")
    assert not Message.objects.exists()
    ada.refresh_from_db()
    assert ada.unread_notices == 0


def test_who_wants_no_messages_gets_none(client, ada, ben):
    client.force_login(ada)
    client.post("/account/messages/", {"wanted": "no"})
    client.force_login(ben)
    address = f"/people/{ada.pen_name.pk}/write/"

    assert address not in client.get(ada.pen_name.get_absolute_url()).content.decode()
    answer = client.post(address, LETTER)

    assert answer.status_code == 404
    assert "Where is *it*?" in answer.content.decode()
    assert not Message.objects.exists()


def test_an_answer_gives_away_no_message_of_another(client, ada, ben, mo):
    message = send_message(ada.pen_name, by=ben.pen_name, **LETTER)
    client.force_login(mo)

    page = client.get(f"/people/{ben.pen_name.pk}/write/?answer={message.pk}").content.decode()

    assert "A lost story" not in page
