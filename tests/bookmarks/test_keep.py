import pytest

from storyhold.bookmarks.access import bookmarks_editable_by, public_bookmarks
from storyhold.bookmarks.actions.keeping import (
    Said,
    change_bookmark,
    keep,
    keep_all,
    recount,
    remove_bookmark,
)
from storyhold.bookmarks.models import Bookmark
from storyhold.bookmarks.queries import most_kept_authors, most_kept_series
from storyhold.bookmarks.refusals import BookmarkIsGone, CommentIsTooLong, IsYourOwn
from storyhold.notices.models import Notice
from storyhold.series.access import series_visible_to
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import make_member, make_pen_name, make_story


@pytest.fixture
def series(ada, story):
    kept = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    add_story(kept, story, by=ada.pen_name)
    return kept


def number_kept(story):
    return Story.objects.get(pk=story.pk).bookmark_count


def told(member):
    return [notice.sentence for notice in Notice.objects.filter(member=member)]


def test_a_story_a_series_and_an_author_can_be_kept(ada, ben, story, series):
    for thing in (story, series, ada.pen_name):
        assert keep(thing, by=ben.pen_name).thing == thing

    assert bookmarks_editable_by(ben).count() == 3


def test_keeping_twice_is_keeping_once(ben, story):
    first = keep(story, Said(comment="Mine."), by=ben.pen_name)
    again = keep(story, by=ben.pen_name)

    assert again == first
    assert again.comment_source == "Mine."
    assert number_kept(story) == 1


def test_public_and_private_ones_are_counted_together(ben, story):
    keep(story, by=ben.pen_name)
    hidden = keep(story, Said(is_public=False), by=make_member("Dora").pen_name)
    assert number_kept(story) == 2

    remove_bookmark(hidden)

    assert number_kept(story) == 1


def test_recounting_puts_a_wrong_number_right(ben, story):
    keep(story, by=ben.pen_name)
    Story.objects.update(bookmark_count=7)

    assert [(drift.was, drift.is_now) for drift in recount()] == [(7, 1)]
    assert list(recount()) == []
    assert number_kept(story) == 1


def test_nobody_keeps_their_own(ada, story, series):
    thistle = make_pen_name(ada, "Thistle")

    for thing in (story, series, ada.pen_name):
        with pytest.raises(IsYourOwn):
            keep(thing, by=thistle)


def test_a_private_one_is_seen_by_its_keeper_alone(ben, story):
    mine = keep(story, Said(is_public=False), by=ben.pen_name)

    assert mine in bookmarks_editable_by(ben)
    assert mine not in public_bookmarks(ben)
    assert mine not in bookmarks_editable_by(make_member("Dora"))


def test_what_readers_may_not_see_is_not_seen_among_bookmarks(ada, ben, story, series):
    keep(series, by=ben.pen_name)
    kept = keep(story, by=ben.pen_name)

    unpublish_story(story)

    assert not public_bookmarks(ben).exists()
    assert kept not in bookmarks_editable_by(ben)


def test_guests_are_not_told_of_stories_for_members(ada, ben):
    from django.contrib.auth.models import AnonymousUser

    kept = keep(
        make_story(author=ada, public=True, rating=Rating.objects.get(name="Explicit")),
        by=ben.pen_name,
    )

    assert kept in public_bookmarks(ada)
    assert kept not in public_bookmarks(AnonymousUser())


def test_a_comment_is_cleaned_and_has_a_longest(ben, story):
    typed = "<b onclick='x()'>Tides</b><script>x</script>"

    bookmark = keep(story, Said(comment=typed), by=ben.pen_name)

    assert "Tides" in bookmark.comment_html
    assert "onclick" not in bookmark.comment_html
    assert "script" not in bookmark.comment_html
    with pytest.raises(CommentIsTooLong):
        change_bookmark(bookmark, Said(comment="x" * 5001, is_public=True), pen_name=ben.pen_name)


def test_one_removed_in_another_tab_is_not_saved(ben, story):
    bookmark = keep(story, by=ben.pen_name)
    Bookmark.objects.all().delete()

    with pytest.raises(BookmarkIsGone):
        change_bookmark(bookmark, Said(comment="Late.", is_public=True), pen_name=ben.pen_name)


def test_all_authors_of_a_story_are_kept_at_once_or_none(ada, ben, story):
    emil = make_member("Emil")

    keep_all([ada.pen_name, emil.pen_name], Said(comment="Both."), by=ben.pen_name)
    with pytest.raises(IsYourOwn):
        keep_all([emil.pen_name, ada.pen_name], Said(), by=ada.pen_name)

    assert set(Bookmark.objects.values_list("author", "comment_source")) == {
        (ada.pen_name.pk, "Both."),
        (emil.pen_name.pk, "Both."),
    }


def test_all_authors_are_told_of_what_is_kept_in_public(ada, ben, story):
    emil = make_member("Emil")
    accept_co_authorship(invite_co_author(story, name="Emil"))

    bookmark = keep(story, by=ben.pen_name)

    assert told(ada) == told(emil) == ["Ben now keeps “The Piano at Low Water”."]
    change_bookmark(bookmark, Said(comment="", is_public=False), pen_name=ben.pen_name)
    assert told(ada) == []


def test_nobody_is_told_of_what_is_kept_in_private(ada, ben, story):
    keep(story, Said(is_public=False), by=ben.pen_name)

    assert told(ada) == []


def test_another_signature_replaces_the_one_that_was_told(ada, ben, story):
    thistle = make_pen_name(ben, "Thistle")
    bookmark = keep(story, by=ben.pen_name)

    change_bookmark(bookmark, Said(comment="", is_public=True), pen_name=thistle)

    assert told(ada) == ["Thistle now keeps “The Piano at Low Water”."]


def test_what_most_members_keep_comes_first(ada, ben, series):
    dora = make_member("Dora")
    for member in (ben, dora):
        keep(ada.pen_name, by=member.pen_name)
    keep(dora.pen_name, by=ben.pen_name)
    keep(series, by=ben.pen_name)

    authors = most_kept_authors(type(ada.pen_name).objects.all(), most=10)
    kept_series = most_kept_series(series_visible_to(ben), most=10)

    assert [(each.name, number) for each, number in authors] == [("Ada", 2), ("Dora", 1)]
    assert [(each.title, number) for each, number in kept_series] == [("Tides", 1)]
