import pytest

from storyhold.series.actions import add_series, add_story
from storyhold.series.models import SeriesItem
from tests.cast import make_member, make_story


@pytest.fixture
def story(ada):
    return make_story(author=ada, title="Hers", public=True)


@pytest.fixture
def bens(ben):
    return make_story(author=ben, title="His", public=True)


def titles_in(series):
    return [
        str(item.story or item.sub_series)
        for item in series.items.filter(accepted_at__isnull=False)
    ]


def test_the_owner_adds_a_story_by_the_form_on_the_page(client, ada, story, make_series):
    series = make_series()
    client.force_login(ada)
    html = client.get(series.get_absolute_url()).content.decode()
    assert f'<option value="{story.pk}">Hers</option>' in html

    answer = client.post(f"/series/{series.pk}/add/", {"chosen": story.pk})

    assert answer["Location"] == series.get_absolute_url()
    assert titles_in(series) == ["Hers"]


def test_into_an_open_series_any_member_adds_stories_of_their_own(
    client, ben, story, bens, make_series
):
    series = make_series(story, mode="open")
    client.force_login(ben)
    assert "Add a story of yours" in client.get(series.get_absolute_url()).content.decode()

    client.post(f"/series/{series.pk}/add/", {"chosen": bens.pk})

    assert titles_in(series) == ["Hers", "His"]


def test_into_a_moderated_series_a_member_suggests_and_the_owner_decides(
    client, ada, ben, story, bens, make_series
):
    series = make_series(story, mode="moderated")
    client.force_login(ben)
    client.post(f"/series/{series.pk}/add/", {"chosen": bens.pk})
    assert titles_in(series) == ["Hers"]
    assert "Suggested to you" not in client.get(series.get_absolute_url()).content.decode()

    client.force_login(ada)
    item = SeriesItem.objects.get(accepted_at=None)
    assert "Suggested to you" in client.get(series.get_absolute_url()).content.decode()
    client.post(f"/series/items/{item.pk}/accept/")

    assert titles_in(series) == ["Hers", "His"]


def test_the_owner_declines_a_suggestion(client, ada, ben, story, bens, make_series):
    series = make_series(story, mode="moderated")
    item = add_story(series, bens, by=ben.pen_name)
    client.force_login(ada)

    client.post(f"/series/items/{item.pk}/decline/")

    assert not SeriesItem.objects.filter(pk=item.pk).exists()


def test_nobody_adds_a_story_of_another_or_one_twice(client, ada, ben, story, bens, make_series):
    series = make_series(story, mode="open")
    client.force_login(ada)

    for chosen in (bens.pk, story.pk, "x", "", "9" * 30):
        answer = client.post(f"/series/{series.pk}/add/", {"chosen": chosen})
        assert answer.status_code == 422
        assert "from the list" in answer.content.decode()
    assert titles_in(series) == ["Hers"]


def test_a_draft_is_suggested_to_nobody(client, ben, story, make_series):
    draft = make_story(author=ben, title="Hush")
    series = make_series(story, mode="moderated")
    client.force_login(ben)

    assert client.post(f"/series/{series.pk}/add/", {"chosen": draft.pk}).status_code == 422


def test_a_series_is_put_into_another(client, ada, story, make_series):
    inner, outer = make_series(story, title="Inner"), make_series(story, title="Outer")
    client.force_login(ada)
    assert "Inner" in client.get(f"/series/{outer.pk}/add-series/").content.decode()

    client.post(f"/series/{outer.pk}/add-series/", {"chosen": inner.pk})

    assert titles_in(outer) == ["Hers", "Inner"]


def test_no_series_holds_itself(client, ada, story, make_series):
    inner, outer = make_series(story, title="Inner"), make_series(story, title="Outer")
    add_series(outer, inner, by=ada.pen_name)
    client.force_login(ada)

    circle = client.post(f"/series/{inner.pk}/add-series/", {"chosen": outer.pk})
    itself = client.post(f"/series/{inner.pk}/add-series/", {"chosen": inner.pk})

    assert circle.status_code == 422
    assert "holds this series" in circle.content.decode()
    assert itself.status_code == 422


def test_the_owner_moves_stories_up_and_down_past_what_is_hidden(client, ada, make_series):
    one, two = (make_story(author=ada, title=each, public=True) for each in ("One", "Two"))
    draft = make_story(author=ada, title="Hush")
    series = make_series(one, draft, two)
    client.force_login(ada)
    item = series.items.get(story=two)

    client.post(f"/series/items/{item.pk}/up/")
    assert titles_in(series) == ["Two", "One", "Hush"]

    client.post(f"/series/items/{item.pk}/up/")
    assert titles_in(series) == ["Two", "One", "Hush"]

    answer = client.post(f"/series/items/{item.pk}/down/")
    assert titles_in(series) == ["One", "Two", "Hush"]
    assert answer["Location"].endswith(f"#item-{item.pk}")


def test_the_owner_takes_a_story_out(client, ada, story, make_series):
    series = make_series(story)
    client.force_login(ada)

    answer = client.post(f"/series/items/{series.items.get().pk}/remove/")

    assert answer["Location"] == series.get_absolute_url()
    assert titles_in(series) == []


def test_authors_take_their_own_story_out_of_another_s_series(
    client, ben, story, bens, make_series
):
    series = make_series(story, mode="open")
    item = add_story(series, bens, by=ben.pen_name)
    client.force_login(ben)

    client.post(f"/series/items/{item.pk}/remove/")

    assert titles_in(series) == ["Hers"]


@pytest.mark.parametrize("deed", ["accept", "decline", "remove", "up", "down"])
@pytest.mark.parametrize("role", ["member", "moderator"])
def test_nobody_else_changes_a_series(client, ben, story, bens, make_series, deed, role):
    series = make_series(story, mode="moderated")
    waiting = add_story(series, bens, by=ben.pen_name)
    client.force_login(make_member("Dora", role=role))

    for item in (waiting, series.items.get(story=story)):
        assert client.post(f"/series/items/{item.pk}/{deed}/").status_code == 404
        assert client.get(f"/series/items/{item.pk}/{deed}/").status_code == 405
    assert series.items.count() == 2
    assert titles_in(series) == ["Hers"]


def test_guests_sign_in_first(client, story, make_series):
    item = make_series(story).items.get()

    assert client.post(f"/series/items/{item.pk}/remove/").status_code == 302
    assert SeriesItem.objects.exists()
