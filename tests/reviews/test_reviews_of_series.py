import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from storyhold.notices.models import Notice
from storyhold.reviews.access import reviews_answerable_by, reviews_deletable_by
from storyhold.reviews.actions.answers import delete_reply, reply_to
from storyhold.reviews.actions.writing import delete_review, edit_review, write_review
from storyhold.reviews.models import Review
from storyhold.reviews.of_series import reviews_of_series, with_score
from storyhold.reviews.refusals import OwnSeries
from storyhold.series.actions import add_series, add_story, create_series
from storyhold.series.models import Series
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_member, make_pen_name, make_review, make_story


@pytest.fixture
def series(ada, chapter):
    series = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    add_story(series, chapter.story, by=ada.pen_name)
    return series


def score_of(series, viewer):
    shown = with_score(viewer, Series.objects.all(), series.pk).get()
    return shown.reviews_seen, shown.rated_seen, shown.rated_sum_seen


def test_a_whole_series_is_reviewed_and_its_owner_told(series, ada, ben):
    review = write_review(series, by=ben.pen_name, text="All of it.", rating=8)

    assert (review.subject, review.story) == (series, None)
    assert Notice.objects.get(member=ada).sentence == "Ben reviewed “Tides”."


def test_a_series_counts_its_own_reviews_those_of_its_stories_and_of_series_in_it(
    series, chapter, ada, ben
):
    inner = create_series(title="Pools", summary="", mode="closed", by=ada.pen_name)
    add_story(inner, make_story(author=ada, public=True), by=ada.pen_name)
    add_story(inner, chapter.story, by=ada.pen_name)  # in both: counted once
    add_series(series, inner, by=ada.pen_name)
    make_review(chapter, by=ben, rating=10)
    make_review(inner.items.order_by("position")[0].story.chapters.get(), by=ben, rating=None)
    write_review(inner, by=ben.pen_name, text="The small one.", rating=4)
    write_review(series, by=ben.pen_name, text="All of it.", rating=7)

    assert score_of(series, ben) == (4, 3, 21)
    assert reviews_of_series(ben, series).count() == 4
    assert score_of(inner, ben) == (3, 2, 14)


def test_guests_are_not_told_of_reviews_of_stories_for_members(series, ada, ben):
    adult = make_story(author=ada, public=True, rating=Rating.objects.get(name="Explicit"))
    add_story(series, adult, by=ada.pen_name)
    make_review(adult.chapters.get(), by=ben)

    for viewer, seen in ((AnonymousUser(), 0), (ben, 1)):
        assert score_of(series, viewer)[0] == seen
        assert reviews_of_series(viewer, series).count() == seen


def test_owners_answer_and_do_not_review_their_own_series(series, ada, ben):
    with pytest.raises(OwnSeries):
        write_review(series, by=make_pen_name(ada, "Thistle"), text="Good.")
    review = write_review(series, by=ben.pen_name, text="All of it.")

    assert review in reviews_answerable_by(ada)
    assert review not in reviews_answerable_by(make_member("Dora"))
    delete_reply(reply_to(review, by=ada.pen_name, text="Thank you."))


@pytest.mark.parametrize(("rule", "of_guest", "of_member"), [
    ("none", False, False), ("guests", True, False), ("all", True, True),
])  # fmt: skip
def test_owners_delete_what_the_archive_lets_authors_delete(
    series, ada, ben, rule, of_guest, of_member
):
    change_rules(authors_may_delete_reviews=rule, guests_may_review=True)
    guests = write_review(series, by=None, text="Good.")
    members = write_review(series, by=ben.pen_name, text="Good.")

    deletable = reviews_deletable_by(ada)

    assert (guests in deletable, members in deletable) == (of_guest, of_member)


def test_one_is_changed_and_deleted_like_any_other(series, ben):
    review = write_review(series, by=ben.pen_name, text="All of it.", rating=8)

    edit_review(review, text="Most of it.", rating=6)
    assert score_of(series, ben) == (1, 1, 6)
    delete_review(review)
    assert score_of(series, ben) == (0, 0, 0)


def test_a_review_is_of_a_story_or_of_a_series(series, chapter, ben):
    for subjects in ({}, {"story": chapter.story, "series": series}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Review.objects.create(source="x", html="x", created_at=now(), **subjects)
