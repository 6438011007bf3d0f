"""Whoever comes by an old link is led on, and nobody else is held up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyhold.importers.addresses.deciding import SCRIPTS
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.models import Story

OLD = "/fanfic/viewstory.php?sid=101&amp;chapter=3"
NAMES = [
    "sid",
    "chapid",
    "chapter",
    "uid",
    "seriesid",
    "item",
    "type",
    "action",
    "catid",
    "id",
    "charid",
    "reviewid",
    "page",
    "list",
    "let",
    "url",
    "searchterm",
    "class_1",
    "x[]",
]
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["101", "all", "SE", "add", "printable", "report", "categories", "a,1,,é", "0"]
    ),
    st.integers(-1, 10**25).map(str),
)


def test_an_old_link_is_led_on_for_good_and_remembered_for_a_while(client, moved):
    answer = client.get(OLD)

    assert answer.status_code == 301
    assert answer["Location"] == moved.second.get_absolute_url()
    assert answer["Cache-Control"] == "max-age=3600"
    assert not answer.cookies
    assert client.head(OLD).status_code == 301
    assert client.get(answer["Location"]).status_code == 200


def test_a_chapter_costs_two_questions(client, moved, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get(OLD)


def test_what_a_member_may_see_is_not_remembered_for_others(client, moved):
    client.force_login(moved.ada)

    answer = client.get("/viewstory.php?sid=102")

    assert answer["Location"] == f"/stories/{moved.draft.pk}/"
    assert answer["Cache-Control"] == "private, no-cache"


def test_nothing_is_taken_at_an_old_address(client, moved):
    answer = client.post("/user.php?action=favst&add=1&sid=101", {"comment": "mine"})

    assert answer.status_code == 405
    assert f"/stories/{moved.story.pk}/" in answer.content.decode()


def test_what_is_gone_says_so_and_where_to_look(client, moved):
    delete_story(moved.story)

    missed, deleted = client.get("/viewstory.php?sid=109"), client.get("/viewstory.php?sid=101")

    assert (missed.status_code, deleted.status_code) == (410, 410)
    assert "The Lost Lighthouse" in missed.content.decode()
    assert "could not be brought along" in missed.content.decode()
    assert "has been deleted since" in deleted.content.decode()
    assert moved.story.title not in deleted.content.decode()


def test_a_draft_and_a_number_that_never_was_are_both_not_found(client, moved):
    draft, nothing = client.get("/viewstory.php?sid=102"), client.get("/viewstory.php?sid=999")

    assert (draft.status_code, nothing.status_code) == (404, 404)
    assert draft.content.replace(b"102", b"999") == nothing.content


@pytest.mark.parametrize("address", ["/nothing-here", "/stories", "/nothing.html"])
def test_our_own_addresses_are_answered_as_ever(client, archive, address):
    expected = {"/stories": 301}.get(address, 404)

    assert client.get(address).status_code == expected


def test_the_folder_of_the_old_archive_leads_to_the_first_page(client, moved):
    assert client.get("/fanfic/")["Location"] == "/"
    assert client.get("/fanfic")["Location"] == "/fanfic/"


def test_the_feed_is_served_where_it_was(client, moved):
    answer = client.get("/fanfic/rss.php")

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert moved.story.title in answer.content.decode()


def test_there_is_no_old_feed_where_nothing_moved_in(client, archive):
    assert client.get("/rss.php").status_code == 404


@given(
    folder=st.sampled_from(["", "/fanfic", "//a b", "/modules/x", "/é", "/%"]),
    script=st.sampled_from([*sorted(SCRIPTS), "contact", "archive", "wp-login"]),
    asked=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6),
    tail=st.sampled_from(["", ")", "/", "/../x", "&amp;", "%00", "%ff", "#"]),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_address_is_a_fault_or_leads_away(client, moved, folder, script, asked, tail):
    query = "&".join(f"{name}={value}" for name, value in asked)

    answer = client.get(
        f"{folder}/{script}.php", QUERY_STRING=(query + tail).encode().decode("latin-1")
    )

    assert answer.status_code in (200, 301, 404, 410)
    to = answer.get("Location", "/")
    assert to.startswith("/")
    assert not to.startswith("//")
    assert Story.objects.count() == 2
