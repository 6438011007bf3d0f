from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.notices.models import Notice
from storyhold.reviews.actions.counting import recount
from storyhold.reviews.actions.kudos import forget_visitors, leave_kudos
from storyhold.reviews.models import Kudos
from storyhold.reviews.refusals import KudosAreLeft, KudosAreOff, KudosForOwnStory
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.models import DaySalt, Story
from tests.cast import change_rules, make_member


@pytest.fixture
def story(chapter):
    return chapter.story


def number_of(story):
    return Story.objects.get(pk=story.pk).kudos_count


def test_each_member_leaves_kudos_once(story, ben):
    leave_kudos(story, by=ben, visitor="")
    with pytest.raises(KudosAreLeft):
        leave_kudos(story, by=ben, visitor="")
    leave_kudos(story, by=make_member("Dora"), visitor="")

    assert number_of(story) == 2


def test_each_guest_leaves_kudos_once_a_day(story):
    leave_kudos(story, by=None, visitor="192.0.2.1 Browser")
    with pytest.raises(KudosAreLeft):
        leave_kudos(story, by=None, visitor="192.0.2.1 Browser")
    leave_kudos(story, by=None, visitor="192.0.2.1 Another browser")

    assert number_of(story) == 2


def test_of_a_guest_nothing_is_left_the_day_after_but_the_kudos(story):
    leave_kudos(story, by=None, visitor="192.0.2.1 Browser")
    assert "192" not in repr(bytes(Kudos.objects.get().visitor))
    forget_visitors()
    assert Kudos.objects.get().visitor is not None

    Kudos.objects.update(given_on=now().date() - timedelta(days=1))
    DaySalt.objects.all().delete()
    forget_visitors()

    assert Kudos.objects.get().visitor is None
    assert number_of(story) == 1


def test_authors_leave_none_for_their_own_story(story, ada):
    emil = make_member("Emil")
    accept_co_authorship(invite_co_author(story, name="Emil"))

    for author in (ada, emil):
        with pytest.raises(KudosForOwnStory):
            leave_kudos(story, by=author, visitor="")


def test_an_archive_may_do_without(story, ben):
    change_rules(has_kudos=False)

    with pytest.raises(KudosAreOff):
        leave_kudos(story, by=ben, visitor="")


def test_those_of_a_member_who_leaves_stay(story, ben):
    leave_kudos(story, by=ben, visitor="")
    ben.delete()

    assert list(recount()) == []
    assert number_of(story) == 1


def test_recounting_puts_a_wrong_number_right(story, ben):
    leave_kudos(story, by=ben, visitor="")
    Story.objects.update(kudos_count=9)

    assert [(drift.counter, drift.was, drift.is_now) for drift in recount()] == [
        ("kudos_count", 9, 1)
    ]
    assert number_of(story) == 1


def test_authors_are_told_once_a_day_however_many_readers_there_are(story, ada, ben):
    leave_kudos(story, by=ben, visitor="")
    leave_kudos(story, by=None, visitor="somebody")

    (notice,) = Notice.objects.filter(member=ada)
    assert notice.sentence == "Readers left kudos for “The Piano at Low Water”."
