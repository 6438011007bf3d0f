"""Reviews: whose they are, what they are about, their ratings, and the answers inside of them."""

import pytest

from storyhold.importers.models import OldNumber, Untouched
from storyhold.reviews.models import Reply, Review
from tests.importers.crafted.rows import small
from tests.importers.dumps import review, settings

pytestmark = pytest.mark.once


def of(*rows, **more):
    return small(reviews=list(rows), **more)


def test_a_review_is_a_members_a_guests_or_a_former_members(arrive):
    arrived = arrive(
        of(
            review(1, 1, uid=3, reviewer="Ben as he was called"),
            review(2, 1, uid=0, reviewer="Gull"),
            review(3, 1, uid=77, reviewer="Old hand"),
            review(4, 1, uid=0, reviewer="0"),
            review(5, 1, uid=0, reviewer=""),
        )
    )

    names = {each.pk: each.reader_name for each in Review.objects.all()}
    assert names == {1: "Ben", 2: "Gull", 3: "Old hand", 4: "Anonymous", 5: "Anonymous"}
    assert arrived.numbers("review by a former member") == ["3"]


def test_no_review_is_a_rating_alone_and_nothing_at_all_is_told_of(arrive):
    arrived = arrive(
        of(
            review(1, 1, review="No Review", rating=8),
            review(2, 1, review="No Review", rating=-1),
            review(3, 1, review="No Review needed, it is perfect."),
        )
    )

    kept = {each.pk: (each.html, each.rating) for each in Review.objects.all()}
    assert kept[1] == ("", 8)
    assert kept[3][0] == "<p>No Review needed, it is perfect.</p>"
    assert arrived.numbers("review says nothing") == ["2"]


LABEL = "<br><br><i>Author's Response: "
# The stored text, its flag, the review that is left, the answer, and what is said.
ANSWERED = {
    "an answer": (
        f"Good.{LABEL}Thanks.</i>", "1", "<p>Good.</p>", "<p>Thanks.</p>", None,
    ),
    "colons and italics": (
        f"Good: very.{LABEL}See: <i>Tides</i>: ch. 2<br>Bye.</i>", "1",
        "<p>Good: very.</p>", "<p>See: <em>Tides</em>: ch. 2<br>Bye.</p>", None,
    ),
    "slashes": (
        "Good.<br><br><i>Author\\'s Response: It\\'s done.</i>", "1",
        "<p>Good.</p>", "<p>It's done.</p>", None,
    ),
    "two answers": (
        f"Good.{LABEL}One.</i>{LABEL}Two.</i>", "1",
        "<p>Good.</p>", "<p>One.</p>\n<p>Two.</p>", None,
    ),
    "no flag": (
        f"Good.{LABEL}Thanks.</i>", "0",
        "<p>Good.</p>", "<p>Thanks.</p>", "answer without its mark",
    ),
    "no answer": ("Good.", "1", "<p>Good.</p>", None, "answer is not there"),
    "another language": (
        "Gut.<br><br><i>Antwort des Autors: Danke.</i>", "1", "<p>Gut.</p>", "<p>Danke.</p>", None,
    ),
}  # fmt: skip


def test_answers_become_replies_of_the_author(arrive):
    rows = [
        review(number, 1, review=text, respond=flag)
        for number, (text, flag, *_rest) in enumerate(ANSWERED.values(), start=1)
    ]

    arrived = arrive(of(*rows))

    kept = {each.pk: each.html for each in Review.objects.all()}
    replies = {each.review_id: each for each in Reply.objects.select_related("pen_name")}
    for number, (name, (*_stored, text, answer, topic)) in enumerate(ANSWERED.items(), start=1):
        assert kept[number] == text, name
        assert (replies[number].html if number in replies else None) == answer, name
        assert topic is None or str(number) in arrived.numbers(topic), name
    assert {reply.pen_name.name for reply in replies.values()} == {"Ada"}


def test_answers_that_a_fork_kept_as_rows_stand_with_their_reviews(arrive):
    arrive(
        of(
            review(1, 1, source_review_id=0),
            review(2, 1, source_review_id=1, uid=2, reviewer="Ada", review="Thanks."),
        )
    )

    assert [each.pk for each in Review.objects.all()] == [1]
    assert Reply.objects.get(review=1).html == "<p>Thanks.</p>"


def test_what_a_review_is_about_may_be_gone(arrive):
    arrived = arrive(
        of(
            review(1, 1, chapid=2),
            review(2, 1, chapid=99),
            review(3, 1, chapid=3),
            review(4, 55),
            review(5, 55, type="SE"),
            review(6, 1, type="RC"),
            review(7, 1, type="SE"),
        )
    )

    about = Review.objects.order_by("pk").values_list("pk", "story", "chapter", "series")
    assert list(about) == [
        (1, 1, 2, None), (2, 1, None, None), (3, 1, None, None), (7, None, None, 1),
    ]  # fmt: skip
    assert arrived.numbers("review's chapter is gone") == ["2", "3"]
    assert arrived.numbers("review of what is gone") == ["4", "5"]
    assert arrived.numbers("review of an unknown kind") == ["6"]
    aside = Untouched.objects.filter(table="reviews", column="").values_list("number", flat=True)
    assert set(aside) == {"4", "5", "6"}
    assert set(OldNumber.objects.filter(kind="review", new=None).values_list("old", flat=True)) == {
        "4", "5", "6",
    }  # fmt: skip


# The setting `ratings`, and what -1, 0, 1, 7 and 10 are with it.
SYSTEMS = {
    0: [None, None, None, None, None],
    1: [None, None, 1, 7, 10],
    2: [None, 1, 10, None, None],
    3: [None, 10, 10, 10, 10],
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_ratings_are_read_by_the_sites_system_and_what_is_outside_is_told(arrive, system):
    stored = [-1, 0, 1, 7, 10]
    rows = [review(number, 1, rating=value) for number, value in enumerate(stored, start=1)]

    arrived = arrive(of(*rows, settings=[settings(ratings=system)]))

    assert list(Review.objects.order_by("pk").values_list("rating", flat=True)) == SYSTEMS[system]
    outside = {0: ["3", "4", "5"], 2: ["4", "5"]}.get(system, [])
    assert arrived.numbers("rating of another system") == outside
    assert bool(arrived.said("ratings of two systems")) is (system == 2)
