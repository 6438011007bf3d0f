import re

import pytest
from django.test import Client

from storyhold.reviews.models import Review
from storyhold.web.parts.kept import TICKET
from tests.cast import change_rules, make_chapter, make_pen_name, make_story


def page_of(client, chapter):
    return client.get(chapter.get_absolute_url()).content.decode()


def words_of(html):
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_a_guest_sees_how_to_review(client, chapter):
    html = page_of(client, chapter)

    back = f"?next=%2Fstories%2F{chapter.story_id}%2Fchapters%2F1%2F%23review"
    assert "You must log in (register) to review." in words_of(html)
    assert f'<a href="/account/sign-in/{back}">log in</a>' in html
    assert f'<a href="/account/register/{back}">register</a>' in html
    assert 'id="review"' in html
    assert "csrfmiddlewaretoken" not in html


def test_where_nobody_may_register_no_link_leads_there(client, chapter):
    change_rules(registration="closed")

    html = page_of(client, chapter)

    assert "You must log in to review." in words_of(html)
    assert "/account/register/" not in html


def test_a_member_reviews_and_is_led_on(client, chapter, ben, address):
    client.force_login(ben)

    answer = client.post(address, {"text": "I *heard* the tide.", "rating": "9"})

    review = Review.objects.get()
    assert answer["Location"] == f"{chapter.get_absolute_url()}#review-{review.pk}"
    assert (review.pen_name, review.rating) == (ben.pen_name, 9)
    html = client.get(answer["Location"]).content.decode()
    assert "I <em>heard</em> the tide." in html
    assert 'aria-label="4½ stars"' in html
    assert f'<a href="/stories/{chapter.story_id}/chapters/2/">On to the next chapter</a>' in html


def test_the_review_of_a_story_of_one_chapter_stands_on_its_title_page(client, ada, ben):
    story = make_story(author=ada, public=True)
    client.force_login(ben)

    answer = client.post(f"/stories/{story.pk}/chapters/1/review/", {"text": "Short and good."})

    assert answer["Location"].startswith(f"{story.get_absolute_url()}#review-")
    assert "Short and good." in client.get(answer["Location"]).content.decode()


def test_a_member_signs_with_another_pen_name(client, chapter, ben, address):
    bosun = make_pen_name(ben, "Bosun")
    client.force_login(ben)
    assert "Bosun" in page_of(client, chapter)

    client.post(address, {"text": "Aye.", "pen_name": str(bosun.pk)})

    assert Review.objects.get().pen_name == bosun


def test_nobody_signs_with_the_name_of_another(client, chapter, ada, ben, address):
    make_pen_name(ben, "Bosun")
    client.force_login(ben)

    answer = client.post(address, {"text": "Aye.", "pen_name": str(ada.pen_name.pk)})

    assert answer.status_code == 422
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": ""}, "There is no text yet."),
        ({"text": "   \n "}, "There is no text yet."),
        ({}, "There is no text yet."),
        ({"text": "é" * 30_001}, "30,001 characters"),
        ({"text": "Fine", "rating": "11"}, "Nothing is lost"),
        ({"text": "Fine", "rating": "many"}, "Nothing is lost"),
        ({"text": "Fine\x00"}, "Null characters are not allowed"),
        ({"text": "\ufffd\u202e" * 500_000}, "1,000,000 characters"),
    ],
)
def test_what_cannot_be_sent_is_shown_again_with_a_sentence(client, ben, address, sent, sentence):
    client.force_login(ben)

    answer = client.post(address, sent)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert sent.get("text", "").strip("\x00 \n") in html
    assert not Review.objects.exists()


def test_halves_of_characters_are_answered_in_words(client, ben, address):
    client.force_login(ben)

    answer = client.post(
        address, b"text=%ED%A0%80half", content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code in (302, 422)


def test_authors_see_no_form_under_their_own_story(client, chapter, ada, address):
    client.force_login(ada)

    html = page_of(client, chapter)

    assert "You must" not in html
    assert 'name="text"' not in html
    answer = client.post(address, {"text": "I am good."})
    assert answer.status_code == 422
    assert "This is your own story." in answer.content.decode()


def test_a_guest_who_may_not_is_led_to_sign_in(client, chapter, address):
    answer = client.post(address, {"text": "Let me."})

    assert answer["Location"] == f"/account/sign-in/?next={chapter.get_absolute_url()}%23review"
    assert not Review.objects.exists()


def test_what_was_typed_outlives_the_sign_in(client, chapter, ben, address):
    client.force_login(ben)
    ticket = re.search(rf'name="{TICKET}" value="([^"]+)"', page_of(client, chapter))[1]
    client.logout()

    answer = client.post(address, {"text": "Long thoughts.", "rating": "7", TICKET: ticket})

    assert "%23review" in answer["Location"]
    client.force_login(ben)
    html = page_of(client, chapter)
    assert "Long thoughts.</textarea>" in html
    assert not Review.objects.exists()


def test_a_member_s_form_never_becomes_a_guest_s_review(client, chapter, ben, address):
    change_rules(guests_may_review=True)
    client.force_login(ben)
    ticket = re.search(rf'name="{TICKET}" value="([^"]+)"', page_of(client, chapter))[1]
    client.logout()

    client.post(address, {"text": "Long thoughts.", TICKET: ticket})

    assert not Review.objects.exists()


def test_a_guest_reviews_where_the_archive_lets_guests(client, chapter, address):
    change_rules(guests_may_review=True)
    html = page_of(client, chapter)
    assert 'name="guest_name"' in html
    assert "csrfmiddlewaretoken" not in html

    answer = client.post(address, {"text": "Hello.", "guest_name": "Passer-by"})

    assert answer.status_code == 302
    review = Review.objects.get()
    assert (review.pen_name, review.reader_name) == (None, "Passer-by")


def test_a_program_that_fills_in_every_field_is_no_reader(client, archive, address):
    change_rules(guests_may_review=True)

    answer = client.post(address, {"text": "Buy!", "homepage": "https://spam.example"})

    assert answer.status_code == 422
    assert "Leave this field empty" in answer.content.decode()
    assert not Review.objects.exists()


def test_a_guest_s_form_on_another_site_is_refused(client, archive, address):
    change_rules(guests_may_review=True)

    answer = client.post(address, {"text": "Hi."}, headers={"origin": "https://evil.example"})

    assert answer.status_code == 403


def test_a_member_s_form_carries_a_token_and_it_is_checked(chapter, ben, address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ben)

    assert client.post(address, {"text": "Hi."}).status_code == 403
    html = client.get(chapter.get_absolute_url()).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[1]
    sent = client.post(address, {"text": "Hi.", "csrfmiddlewaretoken": token})
    assert sent.status_code == 302


@pytest.mark.parametrize(
    ("kind", "there", "absent"),
    [
        ("stars", 'value="9"', "like-input"),
        ("likes", "like-input", 'value="9"'),
        ("none", 'name="text"', 'name="rating"'),
    ],
)
def test_the_form_asks_for_the_rating_the_archive_has(client, chapter, ben, kind, there, absent):
    change_rules(review_rating=kind)
    client.force_login(ben)

    html = page_of(client, chapter)

    assert there in html
    assert absent not in html


def test_the_form_has_a_page_of_its_own(client, ben, address):
    assert client.get(address).status_code == 302
    client.force_login(ben)

    assert 'name="text"' in client.get(address).content.decode()


def test_a_draft_chapter_takes_no_reviews(client, story, ada, ben):
    make_chapter(story, author=ada)
    address = f"/stories/{story.pk}/chapters/3/review/"

    client.force_login(ben)
    assert client.post(address, {"text": "Hi."}).status_code == 404
    client.force_login(ada)
    assert client.get(address).status_code == 404
