"""The tags of stories, as pages show them."""

import pytest

from storyhold.stories.models import Story
from storyhold.stories.queries import for_listing
from tests.cast import make_story


def names_of(story):
    return {kind.key: [tag.name for tag in tags] for kind, tags in story.tags_by_kind}


@pytest.fixture
def tides(ada):
    tags = {"freeform": ["tides", "lamps"], "fandom": ["Low Water"], "character": ["Nan"]}
    return make_story(author=ada, title="Tides", tags=tags)


def test_tags_stand_by_kind_in_the_archives_order(tides):
    assert list(names_of(tides)) == ["fandom", "character", "freeform"]
    assert names_of(tides)["freeform"] == ["lamps", "tides"]


def test_a_listing_reads_those_of_all_its_stories_at_once(ada, tides, django_assert_num_queries):
    make_story(author=ada, title="Wake", tags={"freeform": ["wakes"]})
    make_story(author=ada, title="Yawl")
    listed = {story.title: story for story in for_listing(Story.objects.all())}

    with django_assert_num_queries(0):
        assert names_of(listed["Tides"])["fandom"] == ["Low Water"]
        assert names_of(listed["Wake"]) == {"freeform": ["wakes"]}
        assert names_of(listed["Yawl"]) == {}


def test_tag_and_kind_lead_to_their_pages(tides):
    (kind, (tag,)), *_others = tides.tags_by_kind

    assert kind.get_absolute_url() == "/tags/fandom/"
    assert tag.get_absolute_url() == tides.tags.get(name="Low Water").get_absolute_url()
