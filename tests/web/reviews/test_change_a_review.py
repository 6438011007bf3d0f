import pytest

from storyhold.reviews.actions.answers import edit_reply, reply_to
from storyhold.reviews.actions.writing import delete_review, edit_review
from storyhold.reviews.models import Review
from storyhold.reviews.refusals import ReviewIsGone
from storyhold.stories.actions.publishing import unpublish_story
from tests.cast import change_rules, make_member, make_review


@pytest.fixture
def review(chapter, ben):
    return make_review(chapter, by=ben, text="I heard the tide.", rating=6)


def test_its_writer_changes_it(client, review, ben):
    client.force_login(ben)
    assert (
        "I heard the tide.</textarea>" in client.get(f"/reviews/{review.pk}/edit/").content.decode()
    )

    answer = client.post(f"/reviews/{review.pk}/edit/", {"text": "I saw it.", "rating": "8"})

    review.refresh_from_db()
    assert (review.source, review.rating) == ("I saw it.", 8)
    assert review.edited_at is not None
    assert answer["Location"].endswith(f"/chapters/1/#review-{review.pk}")


def test_an_empty_one_is_refused_and_nothing_changes(client, review, ben):
    client.force_login(ben)

    answer = client.post(f"/reviews/{review.pk}/edit/", {"text": " "})

    assert answer.status_code == 422
    review.refresh_from_db()
    assert review.source == "I heard the tide."


def test_a_rating_stays_where_the_archive_asks_for_none_any_more(client, review, ben):
    change_rules(review_rating="none")
    client.force_login(ben)

    client.post(f"/reviews/{review.pk}/edit/", {"text": "I saw it."})

    review.refresh_from_db()
    assert review.rating == 6


@pytest.mark.parametrize("deed", ["edit", "delete"])
def test_others_find_no_such_page(client, review, deed):
    client.force_login(make_member("Dora"))

    assert client.get(f"/reviews/{review.pk}/{deed}/").status_code == 404
    assert client.post(f"/reviews/{review.pk}/{deed}/", {"text": "x"}).status_code == 404
    assert Review.objects.get().source == "I heard the tide."


@pytest.mark.parametrize("deed", ["edit", "delete", "reply", "reply/edit", "reply/delete"])
def test_guests_are_asked_to_sign_in(client, review, deed):
    assert client.get(f"/reviews/{review.pk}/{deed}/").status_code == 302
    assert client.post(f"/reviews/{review.pk}/{deed}/", {"text": "x"}).status_code == 302


def test_its_writer_deletes_it_after_a_question(client, review, ben, chapter):
    client.force_login(ben)
    assert "Delete this review?" in client.get(f"/reviews/{review.pk}/delete/").content.decode()

    answer = client.post(f"/reviews/{review.pk}/delete/")

    assert answer["Location"] == f"{chapter.get_absolute_url()}#reviews"
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("rule", "guest", "status"),
    [
        ("none", True, 404),
        ("none", False, 404),
        ("guests", True, 302),
        ("guests", False, 404),
        ("all", True, 302),
        ("all", False, 302),
    ],
)
def test_authors_delete_what_the_archive_lets_them(client, chapter, ada, ben, rule, guest, status):
    change_rules(authors_may_delete_reviews=rule, guests_may_review=True)
    review = make_review(chapter, by=None if guest else ben)
    client.force_login(ada)

    assert client.post(f"/reviews/{review.pk}/delete/").status_code == status
    assert Review.objects.exists() == (status == 404)


def test_moderators_delete_any(client, review):
    client.force_login(make_member("Mo", role="moderator"))

    assert client.get(f"/reviews/{review.pk}/delete/").status_code == 200
    assert client.post(f"/reviews/{review.pk}/delete/").status_code == 302


@pytest.mark.parametrize("deed", ["edit", "delete"])
def test_the_reviews_of_a_story_taken_back_are_out_of_reach(client, review, story, ben, deed):
    unpublish_story(story)
    client.force_login(ben)

    assert client.get(f"/reviews/{review.pk}/{deed}/").status_code == 404


@pytest.mark.parametrize("page", ["edit", "reply", "reply/edit"])
def test_one_that_was_deleted_meanwhile_gives_back_what_was_typed(client, review, ada, ben, page):
    client.force_login(ben if page == "edit" else ada)
    delete_review(Review.objects.get(pk=review.pk))

    answer = client.post(f"/reviews/{review.pk}/{page}/", {"text": "I *saw* the tide."})

    assert answer.status_code == 404
    assert "I *saw* the tide.</textarea>" in answer.content.decode()


def test_one_that_is_deleted_at_the_same_moment_is_told_so(review, ada):
    reply = reply_to(review, by=ada.pen_name, text="Thank you.")
    delete_review(Review.objects.get(pk=review.pk))

    with pytest.raises(ReviewIsGone):
        edit_review(review, text="I saw it.", rating=8)
    with pytest.raises(ReviewIsGone):
        reply_to(review, by=ada.pen_name, text="Thank you!")
    with pytest.raises(ReviewIsGone):
        edit_reply(reply, text="Thank you!")
    assert not Review.objects.exists()
