from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyhold.reviews.actions.answers import reply_to
from tests.cast import make_member, make_review, make_story


def words(answer):
    return answer.content.decode()


def test_an_author_finds_the_reviews_that_wait_for_an_answer(client, story, chapter, ada, ben):
    reply_to(make_review(chapter, by=ben, text="The first."), by=ada.pen_name, text="Thanks.")
    make_review(chapter, by=make_member("Dora"), text="The second.")
    make_review(make_story(author=ben, public=True).chapters.get(), by=ada)
    client.force_login(ada)

    page = words(client.get("/reviews/received/"))

    assert "2 reviews" in page
    assert page.count("1 to answer") == 1
    waiting = words(client.get(f"/stories/{story.pk}/reviews/?unanswered=1"))
    assert "The second." in waiting
    assert "The first." not in waiting


def test_who_has_no_reviews_is_told_so(client, ben):
    client.force_login(ben)

    assert "Nobody has reviewed a story of yours yet." in words(client.get("/reviews/received/"))


def test_many_stories_take_no_more_queries(client, ada, ben):
    for number in range(5):
        story = make_story(author=ada, title=f"Tide {number}", public=True)
        make_review(story.chapters.get(), by=ben)
    client.force_login(ada)

    with CaptureQueriesContext(connection) as queries:
        assert "Tide 4" in words(client.get("/reviews/received/"))

    assert len(queries) <= 5


def test_readers_find_their_own_reviews_with_the_way_to_change_them(client, chapter, ben):
    review = make_review(chapter, by=ben)
    profile = f"{ben.pen_name.get_absolute_url()}reviews/"
    delete = f'href="/reviews/{review.pk}/delete/"'
    assert delete not in words(client.get(profile))

    client.force_login(ben)

    assert delete in words(client.get(profile))
