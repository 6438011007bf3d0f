import pytest

from storyhold.news.actions import write_comment
from storyhold.news.models import Comment
from tests.cast import change_rules, make_pen_name


def test_a_member_comments_and_can_change_it(client, ben, item):
    client.force_login(ben)
    thistle = make_pen_name(ben, "Thistle")

    answer = client.post(
        f"/news/{item.pk}/comment/", {"text": "At *last*.", "pen_name": thistle.pk}
    )

    comment = Comment.objects.get()
    assert answer["Location"] == f"{item.get_absolute_url()}#comment-{comment.pk}"
    page = client.get(item.get_absolute_url()).content.decode()
    assert "At <em>last</em>." in page
    assert "Thistle" in page
    client.post(f"/news/comments/{comment.pk}/edit/", {"text": "Better late."})
    assert "Better late." in client.get(item.get_absolute_url()).content.decode()


def test_guests_read_comments_and_are_told_where_to_sign_in(client, ben, item):
    write_comment(item, by=ben.pen_name, text="At last.")

    page = client.get(item.get_absolute_url()).content.decode()

    assert "At last." in page
    assert f"/account/sign-in/?next={item.get_absolute_url()}%23comments" in page
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.parametrize("text", ["", "   ", "x" * 10_001, "a\0b"])
def test_what_is_no_comment_is_given_back(client, ben, item, text):
    client.force_login(ben)

    answer = client.post(f"/news/{item.pk}/comment/", {"text": text})

    assert answer.status_code == 422
    assert not Comment.objects.exists()


def test_where_news_may_not_be_commented_on_old_comments_stay(client, ben, item):
    write_comment(item, by=ben.pen_name, text="At last.")
    change_rules(news_may_be_commented=False)
    client.force_login(ben)

    page = client.get(item.get_absolute_url()).content.decode()
    answer = client.post(f"/news/{item.pk}/comment/", {"text": "One more."})

    assert "At last." in page
    assert "Send the comment" not in page
    assert answer.status_code == 422
    assert "One more." in answer.content.decode()


def test_a_comment_is_deleted_by_its_writer_or_a_moderator(client, ben, mo, wren, item):
    first = write_comment(item, by=ben.pen_name, text="First.")
    second = write_comment(item, by=ben.pen_name, text="Second.")
    of_wren = write_comment(item, by=wren.pen_name, text="Mine.")

    client.force_login(ben)
    client.post(f"/news/comments/{first.pk}/delete/")
    assert client.post(f"/news/comments/{of_wren.pk}/delete/").status_code == 404
    client.force_login(mo)
    client.post(f"/news/comments/{second.pk}/delete/")

    assert list(Comment.objects.all()) == [of_wren]
