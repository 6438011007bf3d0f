"""Members: names that fit nowhere, addresses that several have, passwords of every kind."""

from hashlib import md5

import bcrypt
import pytest
from django.contrib.auth.hashers import check_password
from django.urls import reverse

from storyhold.accounts.models import Member, PenName, Role
from storyhold.claims.models import Unclaimed, Why
from tests.importers.crafted.rows import small
from tests.importers.dumps import author, prefs

pytestmark = pytest.mark.once

# The stored name, the name here, and what is said.
NAMES = {
    "quotes and slashes": ("O\\'Hara \\\"Red\\\"", "O'Hara \"Red\"", "slashes were removed"),
    "entities": ("Zo&euml; &amp; Co", "Zoë & Co", "pen name was cleaned"),
    "accents": ("Élodie Ñandú", "Élodie Ñandú", None),
    "another script": ("Жанна 夜", "Жанна 夜", None),
    "200 letters": ("x" * 200, "x" * 200, None),
    "tags": ("<b>Ben</b>", "Ben", "pen name was cleaned"),
    "nothing": ("", "Member 7", "pen name was missing"),
    "small letters": ("Mara", "Mara", None),
    "capitals": ("MARA", "MARA (2)", "pen name was taken"),
    "a blank at the end": ("Mara ", "Mara (3)", "pen name was taken"),
}  # fmt: skip


def test_names_stay_as_they_were_as_far_as_two_can_be_told_apart(arrive):
    rows = [author(uid, name) for uid, (name, *_rest) in enumerate(NAMES.values(), start=1)]

    arrived = arrive(small(authors=rows, authorprefs=[]))

    names = dict(PenName.objects.values_list("pk", "name"))
    for uid, (case, (_stored, name, topic)) in enumerate(NAMES.items(), start=1):
        assert names[uid] == name, case
        assert topic is None or str(uid) in arrived.numbers(topic), case


# The stored address, why the account waits to be claimed, and what is said.
ADDRESSES = {
    "one": ("ada@example.org", None, None),
    "with blanks": (" ben@example.org ", None, None),
    "none": ("", Why.NO_ADDRESS, "address is missing"),
    "NULL": (None, Why.NO_ADDRESS, "address is missing"),
    "no address": ("ask me", Why.NO_ADDRESS, "address is no address"),
    "two": ("a@example.org, b@example.org", None, "address was picked out"),
    "another's": ("ADA@example.org", Why.NO_ADDRESS, "address is shared"),
}


def test_addresses_belong_to_one_each_and_who_has_none_can_claim_the_account(arrive):
    rows = [
        author(uid, f"Name {uid}", email=stored)
        for uid, (stored, *_rest) in enumerate(ADDRESSES.values(), start=1)
    ]

    arrived = arrive(small(authors=rows, authorprefs=[]))

    why = dict(Unclaimed.objects.values_list("member", "why"))
    for uid, (case, (_stored, reason, topic)) in enumerate(ADDRESSES.items(), start=1):
        assert why.get(uid) == reason, case
        assert topic is None or str(uid) in arrived.numbers(topic), case
    assert Member.objects.get(pk=2).email == "ben@example.org"


DIGEST = md5(b"sesame", usedforsecurity=False).hexdigest()
SLOW = bcrypt.hashpw(b"sesame", bcrypt.gensalt(4)).replace(b"$2b$", b"$2y$").decode()
OF_NOTHING = md5(b"", usedforsecurity=False).hexdigest()
# The stored password, the word that was typed, and whether it opens the door.
PASSWORDS = {
    "MD5": (DIGEST, "sesame", True),
    "another word": (DIGEST, "Sesame", False),
    "bcrypt": (SLOW, "sesame", True),
    "capitals": (DIGEST.upper(), "sesame", True),
    "an é in Windows-1252": (
        md5("café".encode("cp1252"), usedforsecurity=False).hexdigest(), "café", True,
    ),
    "an é in UTF-8": (md5("café".encode(), usedforsecurity=False).hexdigest(), "café", True),
    "magic quotes": (md5(b"it\\'s", usedforsecurity=False).hexdigest(), "it's", True),
    "0": ("0", "0", False),
    "0e…": ("0e" + "1" * 30, "240610708", False),
    "nothing": ("", "", False),
    "MD5 of nothing": (OF_NOTHING, "", False),
    "bcrypt of nothing": (
        bcrypt.hashpw(b"", bcrypt.gensalt(4)).replace(b"$2b$", b"$2y$").decode(), "", False,
    ),
    "something else": ("plain words", "plain words", False),
}  # fmt: skip


def test_old_passwords_open_the_door_or_never_do(arrive):
    rows = [
        author(uid, f"Name {uid}", password=stored)
        for uid, (stored, *_rest) in enumerate(PASSWORDS.values(), start=1)
    ]

    arrived = arrive(small(authors=rows, authorprefs=[]))

    kept = dict(Member.objects.values_list("pk", "password"))
    for uid, (case, (stored, typed, opens)) in enumerate(PASSWORDS.items(), start=1):
        assert check_password(typed, kept[uid]) is opens, case
        assert len(stored) != len(DIGEST) or stored.lower() not in kept[uid], case
    assert arrived.numbers("password was written in capitals") == ["4"]
    assert arrived.numbers("password cannot be used") == ["8", "10", "11", "13"]


def test_somebody_signs_in_with_the_old_name_and_password(arrive, client):
    arrive(small())

    answer = client.post(reverse("account_login"), {"login": "Ada", "password": "lantern"})

    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == "2"


def test_levels_become_roles_and_what_became_of_administrators_is_told(arrive):
    levels = {1: 1, 2: 2, 3: 3, 4: 4, 5: -1, 6: 0}

    arrived = arrive(
        small(
            authors=[author(uid, f"Name {uid}") for uid in range(1, 9)],
            authorprefs=[prefs(uid, level=level) for uid, level in levels.items()],
        )
    )

    roles = dict(Member.objects.values_list("pk", "role"))
    assert [roles[uid] for uid in range(1, 9)] == [
        Role.ARCHIVIST, Role.MODERATOR, Role.MODERATOR, *[Role.MEMBER] * 5,
    ]  # fmt: skip
    assert not Member.objects.get(pk=5).is_active
    assert Member.objects.get(pk=4).may_always_submit
    assert arrived.numbers("administrator became") == ["1", "2", "3"]
    assert arrived.numbers("member was locked") == ["5"]


def test_an_account_that_an_administrator_made_waits_for_its_owner(arrive):
    row = author(3, "Dot", admincreated="1", password="0", email="")

    arrived = arrive(small(authors=[author(1, "Keeper"), author(2, "Ada"), row]))

    assert Unclaimed.objects.get(member=3).why == Why.BY_ARCHIVIST
    assert arrived.numbers("member was made by an archivist") == ["3"]


@pytest.mark.parametrize("authors", [[], None])
def test_a_bridged_site_has_members_of_whom_others_speak(arrive, authors):
    tables = small()
    tables["authors"] = authors or []
    if authors is None:
        del tables["authors"]

    arrived = arrive(tables)

    assert arrived.said("site was bridged")
    assert PenName.objects.get(pk=3).name == "Ben"
    assert {each.why for each in Unclaimed.objects.all()} == {Why.FORMER}
