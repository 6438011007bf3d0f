"""Members hear once that the archive has moved, in the archivist's words."""

from storyhold.claims.actions import telling
from storyhold.claims.models import Announcement
from storyhold.notifications.models import Letter
from tests.cast import make_member

MOVED = "Dear {name}, we moved to {address}. {unknown}"


def test_each_member_who_was_not_here_yet_is_told_once(
    client, eve, wren, ben, letters, monkeypatch
):
    monkeypatch.setattr(telling, "AT_ONCE", 2)
    for name in ("Ada", "Dora"):
        make_member(name)

    page = client.get("/office/unclaimed/").content.decode()
    client.post("/office/unclaimed/announce/")
    written = [telling.write_some_letters() for _ in range(4)]
    client.post("/office/unclaimed/announce/")
    again = telling.write_some_letters()

    assert "3 members with an address on file have not signed in here yet" in page
    assert (written, again) == ([2, 1, 0, 0], 0)
    assert Announcement.objects.filter(ended_at=None).count() == 0
    assert {letter.to for letter in Letter.objects.all()} == {
        "ada@example.org", "ben@example.org", "dora@example.org"
    }  # fmt: skip
    (letter,) = letters("ada@example.org")
    assert letter.is_news
    assert "http://testserver/account/password/forgotten/" in letter.body


def test_the_archivist_words_the_letters(client, wren, ben, letters):
    client.post("/office/unclaimed/letters/", {"moved": MOVED, "handover": "", "declined": ""})

    assert "we moved to {address}" in client.get("/office/unclaimed/letters/").content.decode()
    telling.announce(address="https://new.example")
    telling.write_some_letters()
    body = "Dear Ben, we moved to https://new.example/. {unknown}\n"
    assert letters("ben@example.org")[0].body == body

    client.post("/office/unclaimed/letters/", {"moved": " "})
    assert "has moved to a new house" in client.get("/office/unclaimed/letters/").content.decode()


def test_nothing_nasty_breaks_the_wording(client, wren, nasty):
    assert client.post("/office/unclaimed/letters/", **nasty("moved")).status_code in (302, 422)
