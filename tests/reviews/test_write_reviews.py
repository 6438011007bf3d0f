import pytest
from django.utils.timezone import now

from storyhold.notices.models import Notice
from storyhold.reviews.actions.answers import delete_reply, reply_to
from storyhold.reviews.actions.counting import recount
from storyhold.reviews.actions.writing import delete_review, edit_review, write_review
from storyhold.reviews.models import Review
from storyhold.reviews.refusals import (
    GuestsMayNotReview,
    HasReply,
    NoSuchRating,
    OwnStory,
    ReviewIsEmpty,
    ReviewIsTooLong,
)
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.models import Story
from tests.cast import change_rules, make_member, make_pen_name, make_review


def numbers_of(chapter):
    story = Story.objects.get(pk=chapter.story_id)
    chapter.refresh_from_db()
    return story.review_count, story.rated_count, story.average_rating, chapter.review_count


def test_reviews_are_counted_and_their_ratings_averaged(chapter, ben):
    make_review(chapter, by=ben, rating=8)
    make_review(chapter, by=make_member("Dora"), rating=5)
    make_review(chapter, by=make_member("Emil"), rating=None)

    assert numbers_of(chapter) == (3, 2, 6.5, 3)


def test_numbers_follow_when_reviews_change_or_go(chapter, ben):
    review = make_review(chapter, by=ben, rating=8)

    edit_review(review, text="Less so.", rating=None)
    assert numbers_of(chapter) == (1, 0, None, 1)

    delete_review(review)
    assert numbers_of(chapter) == (0, 0, None, 0)


def test_recounting_puts_numbers_right_and_says_which_were_wrong(chapter, ben):
    make_review(chapter, by=ben, rating=8)
    Story.objects.update(review_count=7)

    drifts = list(recount())

    assert [(drift.counter, drift.was, drift.is_now) for drift in drifts] == [
        ("review_count", 7, 1)
    ]
    assert list(recount()) == []


def test_a_review_is_cleaned(chapter, ben):
    review = make_review(chapter, by=ben, text='<p onclick="x()">Hi <script>x</script>*you*</p>')

    assert "script" not in review.html
    assert "onclick" not in review.html
    assert "Hi" in review.html


@pytest.mark.parametrize("text", ["", " \n\t", "<p> </p>", "<b></b>"])
def test_a_review_without_a_word_is_refused(chapter, ben, text):
    with pytest.raises(ReviewIsEmpty):
        make_review(chapter, by=ben, text=text)


def test_a_review_has_a_longest(chapter, ben):
    make_review(chapter, by=ben, text="x" * 30_000)

    with pytest.raises(ReviewIsTooLong) as refused:
        make_review(chapter, by=make_member("Dora"), text="x" * 30_001)
    assert "30,001" in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "rating", "is_good"),
    [
        ("stars", 1, True),
        ("stars", 10, True),
        ("stars", 0, False),
        ("stars", 11, False),
        ("likes", 10, True),
        ("likes", 1, True),
        ("likes", 5, False),
        ("none", 5, False),
        ("none", None, True),
    ],
)
def test_ratings_are_those_the_archive_offers(chapter, ben, kind, rating, is_good):
    change_rules(review_rating=kind)

    if is_good:
        assert make_review(chapter, by=ben, rating=rating).rating == rating
    else:
        with pytest.raises(NoSuchRating):
            make_review(chapter, by=ben, rating=rating)


def test_a_rating_given_before_stays_when_the_review_is_edited(chapter, ben):
    review = make_review(chapter, by=ben, rating=7)
    change_rules(review_rating="likes")

    edit_review(review, text="Still.", rating=7)

    assert Review.objects.get().rating == 7


def test_authors_do_not_review_their_own_story_under_any_name(chapter, ada):
    thistle = make_pen_name(ada, "Thistle")
    emil = make_member("Emil")
    accept_co_authorship(invite_co_author(chapter.story, name="Emil"))

    for pen_name in (ada.pen_name, thistle, emil.pen_name):
        with pytest.raises(OwnStory):
            write_review(chapter, by=pen_name, text="Good.")


def test_guests_review_where_the_archive_lets_them(chapter):
    with pytest.raises(GuestsMayNotReview):
        write_review(chapter, by=None, text="Hello.", guest_name="Dee")
    change_rules(guests_may_review=True)

    named = write_review(chapter, by=None, text="Hello.", guest_name=" Dee\u202e ")
    unnamed = write_review(chapter, by=None, text="Hello.")

    assert named.reader_name == "Dee"
    assert unnamed.reader_name == "Anonymous"


def test_a_review_has_one_answer_however_quickly_two_are_sent(chapter, ada, ben):
    review = make_review(chapter, by=ben)
    loaded_before = Review.objects.get()
    reply_to(review, by=ada.pen_name, text="Thank you.")

    with pytest.raises(HasReply):
        reply_to(loaded_before, by=ada.pen_name, text="Thank you!")


def told(member):
    return [(notice.sentence, notice.path) for notice in Notice.objects.filter(member=member)]


def test_authors_are_told_of_a_review_and_its_reader_of_the_answer(chapter, ada, ben):
    review = make_review(chapter, by=ben)
    reply_to(review, by=ada.pen_name, text="Thank you.")
    at = review.get_absolute_url()

    assert told(ada) == [("Ben reviewed “The Piano at Low Water”.", at)]
    assert told(ben) == [("Ada answered your review of “The Piano at Low Water”.", at)]


def test_what_was_told_of_a_review_goes_with_it(chapter, ada, ben):
    review = make_review(chapter, by=ben)
    reply = reply_to(review, by=ada.pen_name, text="Thank you.")

    delete_reply(reply)
    assert told(ben) == []
    delete_review(review)
    assert told(ada) == []


def test_nobody_is_told_of_reviews_older_than_the_archive(chapter, ada, ben):
    write_review(chapter, by=ben.pen_name, text="Long ago.", at=now())

    assert told(ada) == []
