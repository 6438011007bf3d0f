import pytest

from storyhold.reviews.actions.answers import reply_to
from storyhold.reviews.models import Reply
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from tests.cast import make_member, make_review


@pytest.fixture
def review(chapter, ben):
    return make_review(chapter, by=ben, text="I heard the tide.")


@pytest.fixture
def answered(review, ada):
    return reply_to(review, by=ada.pen_name, text="It heard you.")


def test_an_author_answers(client, review, ada):
    client.force_login(ada)
    assert "I heard the tide." in client.get(f"/reviews/{review.pk}/reply/").content.decode()

    answer = client.post(f"/reviews/{review.pk}/reply/", {"text": "It *heard* you."})

    assert answer["Location"].endswith(f"#review-{review.pk}")
    assert "It <em>heard</em> you." in client.get(answer["Location"]).content.decode()


def test_a_co_author_answers_with_the_name_that_signs_the_story(client, review, story):
    emil = make_member("Emil")
    accept_co_authorship(invite_co_author(story, name="Emil"))
    client.force_login(emil)

    client.post(f"/reviews/{review.pk}/reply/", {"text": "From me too."})

    assert Reply.objects.get().pen_name == emil.pen_name


def test_there_is_one_answer_and_it_can_be_changed(client, review, answered, ada):
    client.force_login(ada)
    page = client.get(f"/reviews/{review.pk}/reply/")
    assert page["Location"] == f"/reviews/{review.pk}/reply/edit/"
    again = client.post(f"/reviews/{review.pk}/reply/", {"text": "Once more."})
    assert again.status_code == 422
    assert "Once more.</textarea>" in again.content.decode()

    client.post(f"/reviews/{review.pk}/reply/edit/", {"text": "It hears us all."})

    answered.refresh_from_db()
    assert answered.source == "It hears us all."


def test_an_empty_answer_is_refused(client, review, answered, ada):
    client.force_login(ada)

    assert client.post(f"/reviews/{review.pk}/reply/edit/", {"text": ""}).status_code == 422


def test_an_answer_is_taken_back_after_a_question(client, review, answered, ada):
    client.force_login(ada)
    assert client.get(f"/reviews/{review.pk}/reply/delete/").status_code == 200

    client.post(f"/reviews/{review.pk}/reply/delete/")

    assert not Reply.objects.exists()


@pytest.mark.parametrize("deed", ["reply", "reply/edit", "reply/delete"])
@pytest.mark.parametrize("role", ["member", "moderator"])
def test_nobody_else_answers(client, review, answered, deed, role):
    client.force_login(make_member("Dora", role=role))

    assert client.get(f"/reviews/{review.pk}/{deed}/").status_code == 404
    assert client.post(f"/reviews/{review.pk}/{deed}/", {"text": "x"}).status_code == 404


def test_without_an_answer_there_is_none_to_change(client, review, ada):
    client.force_login(ada)

    assert client.get(f"/reviews/{review.pk}/reply/edit/").status_code == 404
    assert client.post(f"/reviews/{review.pk}/reply/delete/").status_code == 404
