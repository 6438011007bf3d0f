from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.stories.actions.featuring import feature_story, unfeature_story
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_member, make_story
from tests.web.browse.test_list_stories import titles_on


def make_old(story, *, days):
    Story.objects.filter(pk=story.pk).update(updated_at=now() - timedelta(days=days))


@pytest.fixture
def some(ada):
    for days, title in enumerate(["Today", "Yesterday", "Before"]):
        make_old(make_story(author=ada, title=title, public=True), days=days)


def test_recent_is_what_the_house_rules_say(client, some):
    assert titles_on(client, "/stories/recent/") == ["Today", "Yesterday", "Before"]
    change_rules(recent_days=2)
    assert titles_on(client, "/stories/recent/") == ["Today", "Yesterday"]
    assert "within the last 2 days." in client.get("/stories/recent/").content.decode()
    change_rules(recent_days=0)  # for ever
    assert titles_on(client, "/stories/recent/") == ["Today", "Yesterday", "Before"]


def test_nothing_recent(client, ada):
    make_old(make_story(author=ada, public=True), days=90)

    assert "No story has been updated lately." in client.get("/stories/recent/").content.decode()


def test_featured_now_and_once(client, some):
    now_and_then = [Story.objects.get(title=title) for title in ("Today", "Before")]
    for story in now_and_then:
        feature_story(story)
    unfeature_story(now_and_then[1])

    assert titles_on(client, "/stories/featured/") == ["Today"]
    assert titles_on(client, "/stories/featured/before/") == ["Before"]
    assert ">Featured</span>" in client.get("/stories/featured/").content.decode()
    assert ">Once featured</span>" in client.get("/stories/featured/before/").content.decode()


def test_any_story_by_chance_of_those_asked_for(client, ada, some):
    make_story(author=ada, title="Draft")
    members_only = Rating.objects.create(name="Ours", must_sign_in=True)
    make_story(author=ada, title="Members", public=True, rating=members_only)
    french = make_story(author=ada, title="Le phare", public=True, language="fr")

    led_to = {client.get("/stories/random/").headers["Location"] for _ in range(60)}
    narrowed = client.get("/stories/random/?language=fr")

    listed = Story.objects.exclude(title__in=["Draft", "Members"])
    assert led_to == {story.get_absolute_url() for story in listed}
    assert narrowed.headers["Location"] == french.get_absolute_url()
    assert "no-store" in narrowed.headers["Cache-Control"]


def test_where_there_is_none_the_list_says_so(client, archive):
    page = client.get("/stories/random/?complete=yes", follow=True)

    assert page.redirect_chain == [("/stories/?complete=yes&sort=title", 302)]
    assert "No story here is like that." in page.content.decode()


def test_a_member_s_own_order_is_for_all_lists(client, some):
    ben = make_member("Ben")
    ben.choices = {"sort": "title"}
    ben.save()
    client.force_login(ben)

    assert titles_on(client, "/stories/recent/") == ["Before", "Today", "Yesterday"]
    assert titles_on(client, "/stories/recent/?sort=updated") == ["Today", "Yesterday", "Before"]
