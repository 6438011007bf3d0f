import re

import pytest

from storyhold.archive.queries import forget_archive
from storyhold.bookmarks.actions.keeping import keep
from storyhold.series.actions import add_series, add_story, create_series
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_member, make_review, make_story
from tests.web.browse.test_narrow_a_listing import page_of


def ranked(client, key):
    """What stands on a top list, each with its number."""
    html = page_of(client, f"/top/{key}/")
    entry = r'<bdi>([^<]+)</bdi></a> <span class="shelf__count">([^<]+)<'
    return [f"{name}: {number}" for name, number in re.findall(entry, html)]


@pytest.fixture
def some(ada):
    ben, dora = make_member("Ben"), make_member("Dora")
    amber = make_story(author=ada, title="Amber", public=True)
    bone = make_story(author=ada, title="Bone", public=True)
    cinder = make_story(author=ben, title="Cinder", public=True)
    make_story(author=ben, title="Draft")
    make_story(author=ben, title="Ours", public=True, rating=Rating.objects.get(name="Explicit"))
    for story, words, read, kudos in ((amber, 9, 0, 2), (bone, 700, 5, 0), (cinder, 80, 40, 0)):
        kept = Story.objects.filter(pk=story.pk)
        kept.update(word_count=words, read_count=read, kudos_count=kudos)
    for chapter in (amber.chapters.get(), bone.chapters.get()):
        make_review(chapter, by=dora)
    make_review(amber.chapters.get(), by=ben)
    outer = create_series(title="Outer", summary="", mode="closed", by=ada.pen_name)
    inner = create_series(title="Inner", summary="", mode="closed", by=ada.pen_name)
    create_series(title="Empty", summary="", mode="closed", by=ada.pen_name)
    add_story(inner, amber, by=ada.pen_name)
    add_story(outer, bone, by=ada.pen_name)
    add_series(outer, inner, by=ada.pen_name)
    for member, thing in ((ben, amber), (dora, amber), (ben, inner), (dora, ada.pen_name)):
        keep(thing, by=member.pen_name)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("longest", ["Bone: 700 words", "Cinder: 80 words", "Amber: 9 words"]),
        ("shortest", ["Amber: 9 words", "Cinder: 80 words", "Bone: 700 words"]),
        ("most-read", ["Cinder: 40 reads", "Bone: 5 reads"]),
        ("most-reviewed", ["Amber: 2 reviews", "Bone: 1 review"]),
        ("most-kept", ["Amber: 2 favorites"]),
        ("most-kudos", ["Amber: 2 kudos"]),
        ("largest-series", ["Outer: 2 stories", "Inner: 1 story"]),
        ("smallest-series", ["Inner: 1 story", "Outer: 2 stories"]),
        ("most-reviewed-series", ["Outer: 3 reviews", "Inner: 2 reviews"]),
        ("most-kept-series", ["Inner: 1 favorite"]),
        ("authors", ["Ada: 2 stories", "Ben: 1 story"]),
        ("reviewers", ["Dora: 2 reviews", "Ben: 1 review"]),
        ("most-kept-authors", ["Ada: 1 favorite"]),
    ],
)
def test_each_list_begins_with_the_most(client, some, key, expected):
    assert ranked(client, key) == expected


def test_the_overview_shows_every_list_and_takes_twelve_queries(
    client, some, django_assert_max_num_queries
):
    client.force_login(make_member("Emil"))
    forget_archive()

    with django_assert_max_num_queries(12):
        html = page_of(client, "/top/")

    assert html.count('<section class="section"') == 13
    assert 'href="/top/longest/"' in html
    assert "Draft" not in html
    assert "Ours" in html  # for members


def test_the_house_rules_leave_lists_out(client, some):
    change_rules(has_kudos=False, has_reviews=False, kept_word="bookmarks")

    html = page_of(client, "/top/")

    assert html.count('<section class="section"') == 9
    assert "2 bookmarks" in html
    for key in ("most-kudos", "most-reviewed", "reviewers", "nothing"):
        assert client.get(f"/top/{key}/").status_code == 404
