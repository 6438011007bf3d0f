import pytest

from storyhold.series.models import Series
from storyhold.stories.models import Story
from storyhold.tags.models import Tag, TagKind
from tests.cast import change_rules, make_pen_name, make_story

FORM = {"title": "The Tides", "summary": "All the *water*.", "mode": "open"}


def test_a_member_begins_a_series(client, ada):
    client.force_login(ada)
    assert 'name="title"' in client.get("/series/new/").content.decode()

    answer = client.post("/series/new/", FORM)

    series = Series.objects.get()
    assert answer["Location"] == series.get_absolute_url()
    assert (series.title, series.mode, series.owner) == ("The Tides", "open", ada.pen_name)
    assert client.get(answer["Location"]).status_code == 200


def test_who_may_begin_one_is_a_house_rule(client, ada):
    client.force_login(ada)
    change_rules(series_by="authors")
    assert "Begin a series" not in client.get("/series/").content.decode()
    refused = client.post("/series/new/", FORM)
    make_story(author=ada, public=True)
    assert "Begin a series" in client.get("/series/").content.decode()
    change_rules(series_by="archivists")
    assert client.post("/series/new/", FORM).status_code == 422
    assert not Series.objects.exists()
    change_rules(series_by="authors")

    client.post("/series/new/", FORM)

    assert refused.status_code == 422
    assert "The Tides" in refused.content.decode()
    assert Series.objects.exists()


def test_a_series_is_kept_under_another_pen_name(client, ada):
    thistle = make_pen_name(ada, "Thistle")
    client.force_login(ada)

    client.post("/series/new/", FORM | {"pen_name": str(thistle.pk)})

    assert Series.objects.get().owner == thistle


def test_a_series_has_tags_as_a_story_has(client, ada, make_series):
    series = make_series(make_story(author=ada, public=True))
    drama = Tag.objects.get(name="Drama")
    client.force_login(ada)

    typed = {"tags_genre": [drama.pk], "tags_freeform": "slow burn, lamps"}
    client.post(f"/series/{series.pk}/edit/", FORM | typed)

    form = client.get(f"/series/{series.pk}/edit/").content.decode()
    assert 'value="lamps, slow burn"' in form
    client.logout()
    for page in (series.get_absolute_url(), "/series/"):
        html = client.get(page).content.decode()
        assert "slow burn" in html
        assert f'href="{drama.get_absolute_url()}"' in html
    lamps = Tag.objects.get(name="lamps")
    assert client.get(lamps.get_absolute_url()).status_code == 200


def test_no_kind_is_required_of_a_series(client, ada):
    TagKind.objects.filter(key__in=["genre", "fandom"]).update(is_required=True)
    client.force_login(ada)

    assert client.post("/series/new/", FORM).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "A series needs a title."),
        ({"title": "\u200b\u202e"}, "A series needs a title."),
        ({"title": "x" * 300}, "at most 250 characters"),
        ({"title": "a\x00b"}, "Null characters are not allowed"),
        ({"mode": "wild"}, "not one of the available choices"),
        ({"summary": "y" * 1_000_000}, "at most 10000 characters"),
    ],
)
def test_what_cannot_be_saved_is_shown_again_with_a_sentence(client, ada, wrong, sentence):
    client.force_login(ada)

    answer = client.post("/series/new/", FORM | wrong)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert (FORM | wrong)["summary"] in html
    assert not Series.objects.exists()


def test_guests_sign_in_first(client, ada, make_series):
    series = make_series()

    for address in ("new", f"{series.pk}/edit", f"{series.pk}/delete", f"{series.pk}/add"):
        assert client.get(f"/series/{address}/").status_code == 302
        assert client.post(f"/series/{address}/", FORM).status_code == 302
    assert Series.objects.count() == 1


def test_the_owner_changes_a_series(client, ada, make_series):
    series = make_series()
    client.force_login(ada)
    assert "Water.</textarea>" in client.get(f"/series/{series.pk}/edit/").content.decode()

    client.post(f"/series/{series.pk}/edit/", FORM | {"title": "Ebb"})

    series.refresh_from_db()
    assert (series.title, series.mode) == ("Ebb", "open")


def test_the_owner_deletes_a_series_and_the_stories_stay(client, ada, make_series):
    series = make_series(make_story(author=ada, public=True))
    client.force_login(ada)
    assert "Delete" in client.get(f"/series/{series.pk}/delete/").content.decode()
    assert Series.objects.exists()

    answer = client.post(f"/series/{series.pk}/delete/")

    assert answer["Location"] == "/series/"
    assert not Series.objects.exists()
    assert Story.objects.count() == 1


@pytest.mark.parametrize("deed", ["edit", "delete", "add", "add-series"])
def test_others_find_no_such_page(client, ada, ben, make_series, deed):
    series = make_series(make_story(author=ada, public=True))
    client.force_login(ben)

    assert client.get(f"/series/{series.pk}/{deed}/").status_code == 404
    assert client.post(f"/series/{series.pk}/{deed}/", FORM).status_code == 404
    assert Series.objects.get().title == "The Tides"
