from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.news.actions import write_comment, write_news
from storyhold.news.models import Comment, NewsItem


def test_an_archivist_writes_news_and_everybody_reads_it(client, wren):
    client.force_login(wren)

    answer = client.post(
        "/office/news/new/", {"title": "The lamp is lit", "text": "Come *in*.", "state": "public"}
    )

    item = NewsItem.objects.get()
    assert answer["Location"] == item.get_absolute_url() == f"/news/{item.pk}-the-lamp-is-lit/"
    client.logout()
    assert "Come <em>in</em>." in client.get(answer["Location"]).content.decode()
    assert "Come in." in client.get("/news/").content.decode()


def test_drafts_and_news_of_a_day_to_come_stay_in_the_office(client, wren, mo):
    draft = write_news(title="Not yet", text="Hush.", by=wren.pen_name)
    tomorrow = now() + timedelta(days=1)
    waits = write_news(title="Soon", text="Hush.", by=wren.pen_name, published_at=tomorrow)

    for item in (draft, waits):
        assert client.get(item.get_absolute_url()).status_code == 404
    assert "Not yet" not in client.get("/news/").content.decode()
    client.force_login(mo)
    desk = client.get("/office/news/").content.decode()
    assert "Waits for its day" in desk
    assert "Draft" in desk


def test_an_edit_by_another_keeps_name_and_moment(client, mo, wren, item):
    client.force_login(mo)
    was = item.published_at
    sent = {"title": "The cellar is dry again", "text": "Come.", "state": "public"}

    client.post(f"/office/news/{item.pk}/", {**sent, "day": was.date().isoformat()})

    item.refresh_from_db()
    assert (item.title, item.pen_name, item.published_at) == (
        "The cellar is dry again", wren.pen_name, was,
    )  # fmt: skip


@pytest.mark.parametrize("wrong", [{"title": " "}, {"text": ""}, {"day": "soon"}, {"state": "x"}])
def test_what_is_wrong_is_said_and_nothing_is_lost(client, wren, wrong):
    client.force_login(wren)
    sent = {"title": "A title", "text": "Words I typed.", "state": "public", "day": ""}

    answer = client.post("/office/news/new/", sent | wrong)

    assert answer.status_code == 422
    assert next(iter(sent | wrong)) in answer.content.decode()
    assert not NewsItem.objects.exists()


def test_news_goes_for_good_after_a_question(client, wren, ben, item):
    write_comment(item, by=ben.pen_name, text="At last.")
    client.force_login(wren)

    page = client.get(f"/office/news/{item.pk}/delete/").content.decode()
    client.post(f"/office/news/{item.pk}/delete/")

    assert "The cellar is dry" in page
    assert not NewsItem.objects.exists()
    assert not Comment.objects.exists()


def test_a_page_of_news_takes_few_queries(client, wren, ben, item, django_assert_max_num_queries):
    for number in range(12):
        write_news(title=f"{number}", text="x", by=wren.pen_name, published_at=now())
        write_comment(item, by=ben.pen_name, text=f"{number}")
    client.get("/news/")

    for page in ("/news/", item.get_absolute_url()):
        with django_assert_max_num_queries(3):
            client.get(page)
