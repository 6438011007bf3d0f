import pytest

from storyhold.reviews.actions.answers import reply_to
from storyhold.stories.actions.trash import delete_chapter
from tests.cast import make_member, make_review, make_story


def test_reviews_stand_newest_first_with_the_author_s_answer(client, chapter, ada, ben):
    first = make_review(chapter, by=ben, text="First words.")
    make_review(chapter, by=make_member("Dora"), text="Second words.")
    reply_to(first, by=ada.pen_name, text="Thank you, Ben.")

    html = client.get(chapter.get_absolute_url()).content.decode()

    assert html.index("Second words.") < html.index("First words.") < html.index("Thank you, Ben.")
    assert "Answer by Ada" in html


def test_what_a_reader_may_do_stands_with_each_review(client, chapter, ada, ben):
    review = make_review(chapter, by=ben)
    addresses = {
        "edit": f'href="/reviews/{review.pk}/edit/"',
        "delete": f'href="/reviews/{review.pk}/delete/"',
        "reply": f'href="/reviews/{review.pk}/reply/"',
    }
    may = {
        None: set(),
        make_member("Dora"): set(),
        ben: {"edit", "delete"},
        ada: {"reply"},
        make_member("Mo", role="moderator"): {"delete"},
    }

    for person, deeds in may.items():
        client.logout()
        if person:
            client.force_login(person)
        html = client.get(chapter.get_absolute_url()).content.decode()
        assert {deed for deed, link in addresses.items() if link in html} == deeds


def test_all_reviews_of_a_story_on_pages(client, story, chapter):
    for number in range(30):
        make_review(chapter, by=make_member(f"Reader {number}"), text=f"Words {number}.")

    first = client.get(f"/stories/{story.pk}/reviews/").content.decode()
    second = client.get(f"/stories/{story.pk}/reviews/?page=2").content.decode()

    assert "Words 29." in first
    assert "Words 0." not in first
    assert "Words 0." in second
    assert "Chapter 1: Part 1" in first


def test_the_reviews_of_one_chapter_alone(client, story, ben):
    make_review(story.chapters.get(number=1), by=ben, text="On the first.")
    make_review(story.chapters.get(number=2), by=ben, text="On the second.")

    html = client.get(f"/stories/{story.pk}/reviews/?chapter=2").content.decode()

    assert "On the second." in html
    assert "On the first." not in html


@pytest.mark.parametrize("query", ["?page=abc", "?page=9" * 20, "?chapter=x", "?chapter=-1&page=0"])
def test_nonsense_in_the_address_shows_the_first_page_or_the_last(client, story, ben, query):
    make_review(story.chapters.get(number=1), by=ben, text="Here.")

    page = client.get(f"/stories/{story.pk}/reviews/{query}")

    assert page.status_code == 200
    assert "Here." in page.content.decode()


def test_the_reviews_of_a_draft_are_not_there(client, ada):
    draft = make_story(author=ada)

    assert client.get(f"/stories/{draft.pk}/reviews/").status_code == 404


def test_reviews_of_a_chapter_in_the_trash_are_not_listed(client, story, ben):
    make_review(story.chapters.get(number=2), by=ben, text="On the second.")
    delete_chapter(story.chapters.get(number=2))

    html = client.get(f"/stories/{story.pk}/reviews/").content.decode()

    assert "On the second." not in html


def test_a_page_of_reviews_takes_the_same_queries_however_many(
    client, story, chapter, ada, django_assert_max_num_queries
):
    for number in range(30):
        review = make_review(chapter, by=make_member(f"Reader {number}"))
        reply_to(review, by=ada.pen_name, text="Thank you.")

    with django_assert_max_num_queries(6):
        client.get(f"/stories/{story.pk}/reviews/")


def test_the_permanent_address_of_a_review_leads_to_where_it_stands(client, chapter, ben):
    review = make_review(chapter, by=ben)

    answer = client.get(f"/reviews/{review.pk}/")

    assert answer["Location"] == f"/stories/{chapter.story_id}/chapters/1/#review-{review.pk}"
