"""What the archive lets readers do."""

import pytest
from django.test import Client

from storyhold.reviews.models import Review
from storyhold.reviews.refusals import ReviewIsEmpty, ReviewsAreOff
from tests.cast import change_rules, make_review


def words(answer):
    return answer.content.decode()


def test_without_reviews_there_is_no_form_and_what_is_there_can_be_read(
    client, chapter, address, ben
):
    make_review(chapter, by=ben, text="I heard the tide.")
    change_rules(has_reviews=False)
    reader = Client()
    reader.force_login(ben)

    for browser in (client, reader):
        page = words(browser.get(chapter.get_absolute_url()))
        assert "I heard the tide." in page
        assert "Your review" not in page
        assert "to review." not in page
        assert browser.get(address).status_code == 404
    answer = reader.post(address, {"text": "One more."})
    assert answer.status_code == 404
    assert "One more." in words(answer)  # given back


def test_without_reviews_a_chapter_that_has_none_does_not_speak_of_them(client, chapter):
    change_rules(has_reviews=False)

    assert 'id="reviews"' not in words(client.get(chapter.get_absolute_url()))


def test_no_review_is_written_where_there_are_none(chapter, ben):
    change_rules(has_reviews=False)

    with pytest.raises(ReviewsAreOff):
        make_review(chapter, by=ben)


def test_a_rating_stands_alone_where_the_archive_lets_it(client, chapter, address, ben):
    client.force_login(ben)
    assert client.post(address, {"text": " ", "rating": "8"}).status_code == 422
    change_rules(ratings_may_stand_alone=True)

    assert client.post(address, {"text": " ", "rating": "8"}).status_code == 302

    assert Review.objects.get().html == ""
    assert "Ben" in words(client.get(chapter.get_absolute_url()))


def test_neither_words_nor_a_rating_is_no_review(client, chapter, address, ben):
    change_rules(ratings_may_stand_alone=True)
    client.force_login(ben)

    answer = client.post(address, {"text": "", "rating": ""})

    assert answer.status_code == 422
    assert str(ReviewIsEmpty()) in words(answer)
