"""What is said of a guest's page to the process before us, and what it says."""

import json

import pytest
from django.test import Client

from storyhold.stories.models import Story
from storyhold.stories.reads import write_reads
from tests.cast import make_member, make_story

BEFORE_US = {"storyhold.from_edge": False}
BROWSER = {"address": "192.0.2.1", "browser": "Firefox", "purpose": ""}


@pytest.fixture
def ada(archive):
    return make_member("Ada")


@pytest.fixture
def story(ada):
    return make_story(author=ada, public=True)


@pytest.fixture
def edge():
    return Client(**BEFORE_US)


def test_a_text_is_kept_with_what_it_shows_and_what_reading_it_counts_as(edge, story):
    answer = edge.get(story.get_absolute_url())

    keep, _, age = answer["Storyhold-Keep"].partition("; ")
    assert {"everything", f"story {story.pk}"} <= set(keep.split(", "))
    assert age == "age=3600"
    assert answer["Storyhold-Varies"] == "contents, passed"
    assert answer["Storyhold-Read"] == f"{story.pk}/{story.chapters.get().pk}"


def test_nothing_is_said_where_nobody_stands_before_us(client, story):
    answer = client.get(story.get_absolute_url())

    assert not any(name.startswith("Storyhold") for name in answer.headers)


@pytest.mark.parametrize("cookie", ["storyhold_session", "messages", "plain"])
def test_what_is_asked_for_by_somebody_in_particular_is_not_kept(edge, story, cookie):
    edge.cookies[cookie] = "1"

    assert "Storyhold-Keep" not in edge.get(story.get_absolute_url())


def test_neither_is_what_a_member_sees_nor_what_is_asked_for_with_a_password(edge, ada, story):
    with_password = edge.get(story.get_absolute_url(), HTTP_AUTHORIZATION="Basic x")
    edge.force_login(ada)

    assert "Storyhold-Keep" not in with_password
    assert "Storyhold-Keep" not in edge.get(story.get_absolute_url())


@pytest.mark.parametrize("address", ["/stories/999/", "/account/sign-in/", "/stories/random/"])
def test_neither_are_errors_nor_tokens_nor_ways_to_somewhere_else(edge, story, address):
    assert "Storyhold-Keep" not in edge.get(address)


def test_a_page_depends_on_the_side_that_stands_on_it(edge, story):
    from storyhold.blocks.actions import add_block

    add_block(kind="shoutbox", place="everywhere")
    add_block(kind="readers", place="everywhere")

    for _ in range(2):  # the side is made once
        keep = edge.get(f"{story.get_absolute_url()}")["Storyhold-Keep"]
        assert "shouts" in keep
        assert keep.endswith("age=60")


def test_reads_of_kept_pages_are_counted_as_all_others_are(client, story, ada):
    chapter = story.chapters.get()
    asked = [
        {"read": f"{story.pk}/{chapter.pk}", **BROWSER},
        {"read": f"{story.pk}/{chapter.pk}", **BROWSER},
        {"read": f"{story.pk}/", **BROWSER, "address": "192.0.2.2"},
        {"read": f"{story.pk}/", **BROWSER, "address": "192.0.2.3", "browser": "Googlebot"},
        {"read": f"{story.pk}/", **BROWSER, "address": "192.0.2.4", "purpose": "prefetch"},
        {"read": "nonsense", **BROWSER, "address": "192.0.2.5"},
    ]

    answer = client.post(
        "/edge/reads/", json.dumps(asked), "application/json", **{"storyhold.from_edge": True}
    )
    write_reads()

    assert answer.status_code == 204
    assert Story.objects.get().read_count == 2


@pytest.mark.parametrize("environ", [{}, BEFORE_US])
def test_nobody_else_reports_reads(client, archive, environ):
    answer = client.post("/edge/reads/", "[]", "application/json", **environ)

    assert answer.status_code == 404
