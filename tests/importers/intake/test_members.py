"""Members come in with their names, standing, addresses and likings; nobody gets two accounts."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress

from storyhold.accounts.models import Member, PenName, Role
from storyhold.accounts.rules import is_of_the_house
from storyhold.archive.models import Archive
from storyhold.claims.models import Unclaimed, Why
from storyhold.importers.models import OldNumber
from storyhold.notices.kinds import How
from storyhold.notices.queries import choices_of
from tests.cast import make_member
from tests.importers.dumps import archive, author, prefs, review, settings, story


def members_of(*rows, **more):
    """An archive of these members and no works."""
    empty = {"stories": [], "chapters": [], "reviews": []}
    return archive(authors=rows, authorprefs=more.pop("authorprefs", []), **empty | more)


def names():
    return dict(PenName.objects.values_list("pk", "name"))


def why(number):
    unclaimed = Unclaimed.objects.filter(member__pen_names=number).first()
    return unclaimed and unclaimed.why


def test_a_member_keeps_number_name_address_and_day(move):
    ada = author(
        7,
        "Ada",
        email=" Ada@Example.ORG ",
        bio="I write.\nBy the <b>sea</b>.<script>x()</script>",
        website="ada.example",
        date=1_100_000_000,
    )

    move(members_of(ada))

    name = PenName.objects.select_related("member").get(pk=7)
    assert (name.name, name.member_id, name.member.email) == ("Ada", 7, "ada@example.org")
    assert name.member.joined_at == datetime.fromtimestamp(1_100_000_000, UTC)
    assert name.bio_html == "<p>I write.<br>By the <strong>sea</strong>.</p>"
    assert name.website == "http://ada.example"
    assert EmailAddress.objects.get(user=7).verified
    assert why(7) is None


def test_names_stay_as_they_were_and_no_two_are_the_same_to_the_eye(move):
    written = {
        1: "&quot;Mr&quot; O\\'Hara", 2: "Zoë", 3: "zoe", 4: "ZOË ", 5: "", 6: "x" * 200,
        7: "<b>Ben</b>", 8: "Жанна",
    }  # fmt: skip

    move(members_of(*(author(uid, name) for uid, name in written.items())))

    assert names() == {
        1: "\"Mr\" O'Hara", 2: "Zoë", 3: "zoe", 4: "ZOË (2)", 5: "Member 5", 6: "x" * 200,
        7: "Ben", 8: "Жанна",
    }  # fmt: skip
    assert move.said("pen name was taken") == [
        "“ZOË ” is what another is called, to the eye. This member is now ZOË (2)."
    ]
    assert len(move.said("pen name was cleaned")) == 2
    assert len(move.said("pen name was missing")) == 1


def test_each_address_belongs_to_one_account_and_the_others_wait_to_be_claimed(move):
    addresses = {1: "ada@example.org", 2: "ADA@example.org", 3: "", 4: "nobody at all", 5: None}

    move(members_of(*(author(uid, f"Name {uid}", email=to) for uid, to in addresses.items())))

    emails = dict(Member.objects.values_list("pk", "email"))
    assert emails.pop(1) == "ada@example.org"
    assert all(is_of_the_house(email) for email in emails.values())
    assert {uid: why(uid) for uid in addresses} == {1: None} | dict.fromkeys(
        (2, 3, 4, 5), Why.NO_ADDRESS
    )
    assert Unclaimed.objects.get(member=2).shared_address == "ada@example.org"
    assert EmailAddress.objects.get().user_id == 1
    assert {"address is shared", "address is missing", "address is no address"} <= move.topics


def test_a_password_that_opens_nothing_leaves_an_account_to_claim(move):
    stored = {2: "0", 3: "", 4: None, 5: "not a digest"}

    move(
        members_of(
            author(1, "Keeper", admincreated="1"),
            *(author(uid, f"Name {uid}", password=word) for uid, word in stored.items()),
        )
    )

    assert why(1) == Why.BY_ARCHIVIST
    assert {why(uid) for uid in stored} == {Why.NO_PASSWORD}
    assert not any(member.has_usable_password() for member in Member.objects.all())
    assert len(move.said("password cannot be used")) == 4


def test_levels_become_roles_and_nobody_unclaimed_is_an_archivist(move):
    levels = {1: 1, 2: 2, 3: 3, 4: 4, 5: -1, 6: 0, 7: 1}
    rows = [author(uid, f"Name {uid}") for uid in range(1, 7)]

    move(
        members_of(
            *rows,
            author(7, "Name 7", password="0"),
            authorprefs=[
                prefs(uid, level=level, categories="2,3") for uid, level in levels.items()
            ],
        )
    )

    roles = dict(Member.objects.values_list("pk", "role"))
    assert roles[1] == Role.ARCHIVIST
    assert {roles[uid] for uid in (2, 3, 7)} == {Role.MODERATOR}
    assert {roles[uid] for uid in (4, 5, 6)} == {Role.MEMBER}
    assert list(Member.objects.filter(is_active=False).values_list("pk", flat=True)) == [5]
    assert list(Member.objects.filter(may_always_submit=True).values_list("pk", flat=True)) == [4]
    assert len(move.said("administrator became")) == 4
    assert len(move.said("administrator was limited to categories")) == 1


def test_more_than_a_handful_of_owners_become_moderators(move):
    uids = range(1, 8)

    move(
        members_of(
            *(author(uid, f"Name {uid}") for uid in uids),
            authorprefs=[prefs(uid, level=1) for uid in uids],
        )
    )

    assert Member.objects.filter(role=Role.ARCHIVIST).count() == 5
    assert Member.objects.filter(role=Role.MODERATOR).count() == 2


def test_likings_are_carried_where_they_differ_from_the_sites(move):
    likes = prefs(
        1, newreviews=1, ageconsent=1, sortby=0, storyindex=1, validated=1, userskin="Sea"
    )
    usual = prefs(2, newrespond=1, alertson=1, sortby=1)

    move(members_of(author(1, "Ada"), author(2, "Ben"), authorprefs=[likes, usual]))

    assert move.said("likings stay behind") == [
        "1 members had chosen something in “userskin”, which nothing here corresponds to."
    ]
    ada, ben = Member.objects.get(pk=1), Member.objects.get(pk=2)
    assert ada.choices == {"sort": "title", "contents": "contents"}
    assert ada.has_confirmed_age
    assert ada.is_trusted
    assert choices_of(ada)["review"].mail
    assert not choices_of(ada)["reply"].mail
    assert choices_of(ada)["new_chapter"] == How.HERE
    assert ben.choices == {}
    assert not ben.has_confirmed_age
    assert choices_of(ben)["reply"].mail
    assert choices_of(ben)["new_chapter"].mail


def test_an_unknown_day_is_taken_from_the_member_before(move):
    rows = author(1, "Ada"), author(2, "Ben", date=0), author(3, "Cleo", date=0)

    move(members_of(*rows))

    assert len({member.joined_at for member in Member.objects.all()}) == 1
    assert len(move.said("day of joining is not known")) == 2


def test_who_is_here_by_confirmed_address_or_as_archivist_gets_no_second_account(move):
    wren = make_member("Wren", role=Role.ARCHIVIST)
    ben, stranger = make_member("Ben"), make_member("Stranger")
    before = wren.password

    move(
        members_of(
            author(41, "wren", email="old.wren@example.net"),
            author(42, "Benjamin", email="Ben@example.org"),
            author(43, "Stranger", email="other@example.net"),
            authorprefs=[prefs(41, level=0)],
        )
    )

    wren.refresh_from_db()
    assert (wren.role, wren.password, wren.email) == (Role.ARCHIVIST, before, "wren@example.org")
    assert OldNumber.objects.get(kind="member", old="41").new == wren.pen_name.pk
    assert OldNumber.objects.get(kind="member", old="41").was_here
    assert sorted(str(name) for name in ben.pen_names.all()) == ["Ben", "Benjamin"]
    assert PenName.objects.get(pk=43).member != stranger
    assert names()[43] == "Stranger (2)"
    assert len(move.said("member was here")) == 2


def test_the_same_dump_brings_nobody_twice_and_a_newer_one_only_who_is_new(move):
    move(members_of(author(1, "Ada"), author(2, "Ben")))
    before = list(Member.objects.values())

    move(members_of(author(1, "Ada"), author(2, "Ben")))
    assert list(Member.objects.values()) == before

    move(members_of(author(1, "Ada"), author(2, "Ben"), author(3, "Cleo")))
    assert names() == {1: "Ada", 2: "Ben", 3: "Cleo"}


def test_members_of_a_bridged_site_are_known_by_what_they_signed(move):
    move(
        archive(
            authors=[],
            authorprefs=[prefs(9, level=2)],
            stories=[story(1, 4)],
            chapters=[],
            reviews=[review(1, 1, uid=5, reviewer="Ben"), review(2, 1, uid=5, reviewer="Benny")],
            settings=[settings()],
        )
    )

    assert names() == {4: "Member 4", 5: "Benny", 9: "Member 9"}
    assert {why(uid) for uid in (4, 5, 9)} == {Why.FORMER}
    assert Member.objects.get(pk=9).role == Role.MODERATOR


def test_a_house_that_nobody_has_set_up_is_its_old_archivists(move):
    Archive.objects.all().delete()

    move(members_of(author(1, "Ada"), authorprefs=[prefs(1, level=2)]))
    assert not Archive.objects.get().is_set_up

    move(members_of(author(2, "Keeper"), authorprefs=[prefs(2, level=1)]))
    assert Archive.objects.get().is_set_up


@pytest.mark.parametrize("level", [b"", b"x", None, b"99"])
def test_a_level_that_is_none_is_a_members(move, level):
    move(members_of(author(1, "Ada"), authorprefs=[prefs(1, level=level)]))

    assert Member.objects.get(pk=1).role == Role.MEMBER
