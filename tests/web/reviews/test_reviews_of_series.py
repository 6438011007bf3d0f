import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyhold.reviews.actions.writing import write_review
from storyhold.series.actions import add_story, create_series
from tests.cast import change_rules, make_review


def words(answer):
    return answer.content.decode()


@pytest.fixture
def series(ada, story):
    series = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)
    return series


def test_a_member_reviews_a_whole_series_from_its_page(client, series, ben):
    client.force_login(ben)
    address = f"/series/{series.pk}/review/"
    assert f'href="{address}"' in words(client.get(series.get_absolute_url()))

    after = client.post(address, {"text": "All of *it*.", "rating": "8"}, follow=True)

    assert after.redirect_chain[0][0].startswith(f"/series/{series.pk}/reviews/#review-")
    assert "All of <em>it</em>." in words(after)
    page = words(client.get(series.get_absolute_url()))
    assert "1 review" in page
    assert "4 stars" in page


def test_guests_sign_in_or_review_as_the_archive_has_it(client, series):
    address = f"/series/{series.pk}/review/"
    assert client.get(address)["Location"].startswith("/account/sign-in/")

    change_rules(guests_may_review=True)
    assert "csrfmiddlewaretoken" not in words(client.get(address))
    assert client.post(address, {"text": "Good.", "guest_name": "Dee"}).status_code == 302

    change_rules(has_reviews=False)
    assert client.get(address).status_code == 404
    assert "Review the series" not in words(client.get(series.get_absolute_url()))


def test_what_cannot_be_sent_is_shown_again(client, series, ada, ben):
    client.force_login(ben)
    address = f"/series/{series.pk}/review/"
    assert client.post(address, {"text": " "}).status_code == 422

    client.force_login(ada)
    refused = client.post(address, {"text": "Good."})
    assert refused.status_code == 422
    assert "This is your own series." in words(refused)


def test_reviews_of_a_series_stand_with_those_of_its_stories_and_can_be_told_apart(
    client, series, chapter, ben
):
    write_review(series, by=ben.pen_name, text="All of it.")
    make_review(chapter, by=ben, text="This one.")
    page = f"/series/{series.pk}/reviews/"

    everything = words(client.get(page))
    assert "All of it." in everything
    assert "This one." in everything
    whole = words(client.get(f"{page}?of=series"))
    assert "All of it." in whole
    assert "This one." not in whole
    part = words(client.get(f"{page}?of={series.items.get().pk}"))
    assert "All of it." not in part
    assert "This one." in part


def test_the_owner_answers_and_the_reader_finds_it(client, series, ada, ben):
    review = write_review(series, by=ben.pen_name, text="All of it.")
    client.force_login(ada)
    answer = f"/reviews/{review.pk}/reply/"
    assert f'href="{answer}"' in words(client.get(f"/series/{series.pk}/reviews/"))

    after = client.post(answer, {"text": "Thank you."}, follow=True)

    assert "Answer by Ada" in words(after)
    profile = words(Client().get(f"{ben.pen_name.get_absolute_url()}reviews/"))
    assert "Tides" in profile


def test_changing_and_deleting_lead_back_to_the_series(client, series, ben):
    review = write_review(series, by=ben.pen_name, text="All of it.")
    client.force_login(ben)
    place = f"/series/{series.pk}/reviews/"

    assert client.get(f"/reviews/{review.pk}/edit/").status_code == 200
    changed = client.post(f"/reviews/{review.pk}/edit/", {"text": "Most of it."})
    assert changed["Location"] == f"{place}#review-{review.pk}"
    assert "“Tides”" in words(client.get(f"/reviews/{review.pk}/delete/"))
    assert client.post(f"/reviews/{review.pk}/delete/")["Location"] == f"{place}#reviews"


def test_many_reviews_take_no_more_queries(client, series, chapter, ben):
    for _each in range(5):
        write_review(series, by=ben.pen_name, text="All of it.")
        make_review(chapter, by=ben)
    client.force_login(ben)

    with CaptureQueriesContext(connection) as queries:
        client.get(f"/series/{series.pk}/reviews/")

    assert len(queries) <= 9
