import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from storyhold.bookmarks.access import subscriptions_of
from storyhold.bookmarks.actions.following import subscribe, unsubscribe
from storyhold.bookmarks.models import Subscription
from storyhold.bookmarks.refusals import IsYourOwn
from storyhold.notices.models import Notice
from storyhold.series.actions import accept_item, add_story, create_series, remove_item
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.publishing import (
    publish_chapter,
    publish_story,
    unpublish_chapter,
    unpublish_story,
)
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import make_chapter, make_member, make_pen_name, make_story


def work():
    """Do what waits for the worker, twice, as it may happen."""
    for task in list(DBTaskResult.objects.ready().order_by("enqueued_at")):
        for _time in range(2):
            task.task.call(*task.args_kwargs["args"])
        task.delete()


def told(member):
    work()
    followed = ("new_story", "new_chapter", "series_story")
    notices = Notice.objects.filter(member=member, kind__in=followed).order_by("pk")
    return [notice.sentence for notice in notices]


def test_a_new_chapter_is_told_to_those_who_follow_the_story(ada, ben, story):
    dora = make_member("Dora")
    subscribe(story, by=ben)

    make_chapter(story, author=ada, title="Flood", public=True)

    assert told(ben) == ["“The Piano at Low Water” goes on: Chapter 2: Flood."]
    assert told(dora) == []
    ben.refresh_from_db()
    assert ben.unread_notices == 1


def test_a_new_story_is_told_once_to_those_who_follow_any_of_its_authors(ada, ben):
    emil = make_member("Emil")
    subscribe(ada.pen_name, by=ben)
    subscribe(emil.pen_name, by=ben)
    draft = make_story(author=ada, title="Ebb", chapters=3)
    accept_co_authorship(invite_co_author(draft, name="Emil"))
    assert told(ben) == []

    publish_story(draft)

    assert told(ben) == ["Ada, Emil published “Ebb”."]


def test_a_next_chapter_is_no_news_of_the_author(ada, ben, story):
    subscribe(ada.pen_name, by=ben)

    make_chapter(story, author=ada, public=True)

    assert told(ben) == []


def test_a_pen_name_is_followed_alone(ada, ben):
    thistle = make_pen_name(ada, "Thistle")
    subscribe(thistle, by=ben)

    make_story(author=ada, public=True)

    assert told(ben) == []


def test_what_was_public_before_is_no_news_when_it_comes_back(ada, ben, story):
    subscribe(story, by=ben)
    subscribe(ada.pen_name, by=ben)
    second = make_chapter(story, author=ada, public=True)
    assert len(told(ben)) == 1

    unpublish_chapter(second)
    assert told(ben) == []
    publish_chapter(second)
    unpublish_story(story)
    publish_story(Story.objects.get(pk=story.pk))

    assert told(ben) == []


@pytest.mark.parametrize("hide", [unpublish_story, delete_story])
def test_what_is_hidden_before_the_worker_comes_is_told_to_nobody(ada, ben, hide):
    subscribe(ada.pen_name, by=ben)

    hide(make_story(author=ada, public=True))

    assert told(ben) == []


@pytest.mark.parametrize("hide", [unpublish_story, delete_story])
def test_what_was_told_of_a_story_goes_with_it(ada, ben, story, hide):
    subscribe(ada.pen_name, by=ben)
    new = make_story(author=ada, public=True)
    subscribe(new, by=ben)
    make_chapter(new, author=ada, public=True)
    assert len(told(ben)) == 2

    hide(Story.objects.get(pk=new.pk))

    assert told(ben) == []


def test_news_is_lost_with_what_it_is_of_or_is_safe_with_it(ada, ben):
    subscribe(ada.pen_name, by=ben)

    with transaction.atomic():
        make_story(author=ada, public=True)
        transaction.set_rollback(True)

    assert not DBTaskResult.objects.exists()


def test_authors_are_not_told_of_their_own_story(ada, ben):
    subscribe(ada.pen_name, by=ben)
    draft = make_story(author=ada)
    accept_co_authorship(invite_co_author(draft, name="Ben"))

    publish_story(draft)

    assert told(ben) == []


def test_members_are_told_of_stories_for_members(ada, ben):
    subscribe(ada.pen_name, by=ben)

    make_story(author=ada, public=True, rating=Rating.objects.get(name="Explicit"))

    assert len(told(ben)) == 1


def test_a_story_that_comes_into_a_series_is_told_to_those_who_follow_it(ada, ben, story):
    series = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    subscribe(series, by=ben)
    item = add_story(series, story, by=ada.pen_name)

    assert told(ben) == ["“The Piano at Low Water” is now in the series “Tides”."]
    remove_item(item)
    add_story(series, story, by=ada.pen_name)
    assert len(told(ben)) == 1


def test_a_draft_in_a_series_is_told_when_it_is_public_and_once_to_each(ada, ben):
    dora = make_member("Dora")
    series = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    draft = make_story(author=ada, title="Ebb")
    add_story(series, draft, by=ada.pen_name)
    subscribe(series, by=ben)
    subscribe(series, by=dora)
    subscribe(ada.pen_name, by=dora)
    assert told(ben) == []

    publish_story(draft)

    assert told(ben) == ["“Ebb” is now in the series “Tides”."]
    assert told(dora) == ["Ada published “Ebb”."]


def test_a_suggestion_is_told_to_the_owner_and_its_acceptance_to_who_suggested(ada, ben, story):
    series = create_series(title="Tides", summary="", mode="moderated", by=ben.pen_name)

    item = add_story(series, story, by=ada.pen_name)
    of_ben = Notice.objects.filter(member=ben, kind="suggestion")
    assert [notice.sentence for notice in of_ben] == [
        "“The Piano at Low Water” is suggested for your series “Tides”."
    ]
    accept_item(item)

    assert not of_ben.all().exists()
    assert Notice.objects.get(member=ada, kind="accepted").path == series.get_absolute_url()


def test_following_twice_is_following_once_and_can_end(ben, story):
    assert subscribe(story, by=ben) == subscribe(story, by=ben)

    unsubscribe(story, by=ben)

    assert not Subscription.objects.exists()


def test_nobody_follows_their_own(ada, story):
    for thing in (story, ada.pen_name):
        with pytest.raises(IsYourOwn):
            subscribe(thing, by=ada)


def test_what_one_may_not_see_is_not_in_the_list(ada, ben, story):
    followed = subscribe(story, by=ben)
    assert followed in subscriptions_of(ben)
    assert followed not in subscriptions_of(ada)

    unpublish_story(story)

    assert followed not in subscriptions_of(ben)
