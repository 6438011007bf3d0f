"""A prepared question asks and finds just what its queryset would."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Exists, OuterRef
from django.test.utils import CaptureQueriesContext

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.viewers import PreparedFor
from storyhold.statements.prepared import Prepared, take_for_known
from storyhold.stories.access import chapters_visible_to
from storyhold.stories.models import Authorship
from tests.cast import make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def names(member, name):
    return PenName.objects.filter(member=member, name=name).select_related("member")


def test_it_finds_what_is_asked_for_each_time_anew(ada):
    ben = make_member("Ben")
    ask = Prepared(names, int, str)

    assert ask(ada.pk, "Ada") == [ada.pen_name]
    assert ask(ben.pk, "Ada") == []
    assert ask(ben.pk, "Ben") == [ben.pen_name]


def test_it_asks_the_same_words_as_its_queryset(ada):
    ask = Prepared(names, int, str)
    ask(0, "")

    with CaptureQueriesContext(connection) as asked:
        found = ask(ada.pk, "%'"), list(names(ada.pk, "%'"))

    assert found == ([], [])
    assert asked[0]["sql"] == asked[1]["sql"]


def test_what_is_joined_comes_along_and_what_is_left_out_comes_later(ada):
    ask = Prepared(lambda member: names(member, "Ada").defer("bio_source"), int)

    (found,) = ask(ada.pk)
    joined_at = ada.pen_name.created_at

    with CaptureQueriesContext(connection) as asked:
        assert (found.member.email, found.created_at) == (ada.email, joined_at)
        assert len(asked) == 0
        assert found.bio_source == ""
        assert len(asked) == 1


def test_what_does_not_ask_for_a_value_as_it_is_is_not_prepared(ada):
    ask = Prepared(lambda part: PenName.objects.filter(name__contains=part), str)

    with pytest.raises(ValueError, match="as it is"):
        ask("d")


def test_rows_of_values_are_found_as_well(ada):
    story = make_story(author=ada)
    signed = Authorship.objects.filter(pen_name__member=OuterRef("pk"))
    ask = Prepared(
        lambda member, story: Member.objects.filter(pk=member).values_list(
            "pk", Exists(signed.filter(story=story))
        ),
        int,
        int,
    )

    named = Prepared(lambda member: Member.objects.filter(pk=member).values("email"), int)

    assert named(ada.pk) == [{"email": ada.email}]
    assert ask(ada.pk, story.pk) == [(ada.pk, True)]
    assert ask(ada.pk, story.pk + 1) == [(ada.pk, False)]


def test_a_door_lets_guests_and_members_see_what_is_theirs(ada):
    story = make_story(author=ada)
    ask = PreparedFor(lambda viewer, story: chapters_visible_to(viewer).filter(story=story), int)

    assert len(ask(ada, story.pk)) == 1
    assert ask(make_member("Ben"), story.pk) == []
    assert ask(AnonymousUser(), story.pk) == []


def test_what_was_found_is_taken_for_the_whole_relation(ada):
    story = make_story(author=ada)
    signed = list(Authorship.objects.filter(story=story).select_related("pen_name"))

    take_for_known(story, "authorships", Authorship.objects.all(), signed)

    with CaptureQueriesContext(connection) as asked:
        assert story.authors_shown == [ada.pen_name]
    assert len(asked) == 0


@pytest.mark.django_db(transaction=True)
def test_threads_that_ask_at_once_ask_their_own_connections(ada):
    ben = make_member("Ben")
    ask, found = Prepared(names, int, str), {}
    member_name = {ada.pk: "Ada", ben.pk: "Ben"}
    ask(0, "")

    def look(member):
        found[member.pk] = [ask(member.pk, member_name[member.pk]) for _ in range(20)]
        connection.close()

    threads = [threading.Thread(target=look, args=[member]) for member in (ada, ben)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert found == {each.pk: [[each.pen_name]] * 20 for each in (ada, ben)}
