"""Favorites become bookmarks of members who are there, of things that are there, each once."""

import pytest

from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.importers.models import Untouched
from tests.importers.crafted.rows import favorite, small
from tests.importers.dumps import prefs, settings

pytestmark = pytest.mark.once


def kept():
    rows = Bookmark.objects.order_by("pk").values_list("member", "story", "series", "author")
    return set(rows)


def test_favorites_that_lead_somewhere_come_in_once_and_the_others_are_kept_aside(arrive):
    rows = [
        favorite(3, 1, comments="Again &amp; <b>again</b>\\'s"),
        favorite(3, 1, comments="The same"),
        favorite(3, 1, "SE"),
        favorite(3, 2, "AU"),
        favorite(0, 1),
        favorite(88, 1),
        favorite(3, 77),
        favorite(3, 9, "RC"),
    ]

    arrived = arrive(small(favorites=rows))

    assert kept() == {(3, 1, None, None), (3, None, 1, None), (3, None, None, 2)}
    assert Bookmark.objects.get(story=1).comment_html == (
        "<p>Again &amp; <strong>again</strong>'s</p>"
    )
    assert sorted(arrived.numbers("favorite of nobody")) == ["0:ST:1", "88:ST:1"]
    assert arrived.numbers("favorite of what is gone") == ["3:ST:77"]
    assert arrived.numbers("favorite of an unknown kind") == ["3:RC:9"]
    assert Untouched.objects.filter(table="favorites", column="").count() == 4


def test_who_wanted_to_hear_of_favorites_is_subscribed_to_them(arrive):
    arrive(
        small(
            authorprefs=[prefs(1, level=1), prefs(2), prefs(3, alertson=1)],
            favorites=[favorite(2, 2), favorite(3, 1), favorite(3, 2, "AU")],
        )
    )

    rows = Subscription.objects.values_list("member", "story", "author")
    assert set(rows) == {(3, 1, None), (3, None, 2)}


def test_favorites_of_a_site_that_had_switched_them_off_are_carried_all_the_same(arrive):
    arrive(small(settings=[settings(favorites=0)]))

    assert Bookmark.objects.count() == 2
