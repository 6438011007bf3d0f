import pytest

from storyhold.archive.queries import forget_archive
from storyhold.series.actions import add_series
from storyhold.tags.models import Rating
from tests.cast import make_member, make_review, make_story


def test_series_are_listed_from_a_to_z(client, ada, make_series):
    story = make_story(author=ada, public=True)
    make_series(story, title="The Zebras")
    make_series(story, title="Apples")

    html = client.get("/series/").content.decode()

    assert html.index("Apples") < html.index("The Zebras")
    assert "1 story" in html


def test_a_card_says_what_a_series_holds_with_the_series_within_each_story_once(
    client, ada, ben, make_series
):
    stories = [make_story(author=ada, public=True, text="one two three") for _each in range(3)]
    inner = make_series(stories[0], stories[1], title="Winter Lights", mode="open")
    outer = make_series(stories[1], stories[2], make_story(author=ada), title="All Lights")
    add_series(outer, inner, by=ada.pen_name)
    make_review(stories[0].chapters.get(), by=ben, rating=9)

    html = " ".join(client.get("/series/").content.decode().split())
    all_lights, winter_lights = html.split("<article")[1:3]

    for said in ("All Lights", "3 stories", "9 words", "closed", "1 review", "4½ stars"):
        assert said in all_lights
    assert "Part of" not in all_lights
    for said in ("2 stories", "open to all members"):
        assert said in winter_lights
    assert f'Part of <a href="{outer.get_absolute_url()}">All Lights</a>' in winter_lights


def test_series_stand_under_their_letters(client, ada, make_series):
    story = make_story(author=ada, public=True)
    make_series(story, title="The Zebras")
    make_series(story, title="Apples")

    html = client.get("/series/?letter=Z").content.decode()

    assert "The Zebras" in html
    assert "Apples" not in html
    assert 'href="/series/?letter=A"' in html


def test_a_series_shows_its_stories_in_order(client, ada, make_series):
    stories = [make_story(author=ada, title=title, public=True) for title in ("Two", "One")]
    series = make_series(*stories, summary="All the *water*.")

    html = client.get(series.get_absolute_url()).content.decode()

    assert html.index(">Two<") < html.index(">One<")
    assert "All the <em>water</em>." in html
    assert "kept by" in html


def test_a_series_shows_the_series_within_it(client, ada, make_series):
    inner = make_series(make_story(author=ada, public=True), title="Winter Lights")
    outer = make_series(make_story(author=ada, public=True))
    add_series(outer, inner, by=ada.pen_name)

    html = client.get(outer.get_absolute_url()).content.decode()

    assert f'href="{inner.get_absolute_url()}"' in html


def test_drafts_and_stories_for_members_stay_hidden(client, ada, make_series):
    ours = Rating.objects.create(name="Ours", must_sign_in=True)
    public = make_story(author=ada, title="Open", public=True)
    draft = make_story(author=ada, title="Hush")
    members = make_story(author=ada, title="Members", public=True, rating=ours)
    series = make_series(public, draft, members)

    html = client.get(series.get_absolute_url()).content.decode()

    assert "Open" in html
    assert "Hush" not in html
    assert "Members" not in html


@pytest.mark.parametrize("role", ["member", "moderator"])
def test_a_series_of_drafts_is_its_owner_s_alone(client, ada, make_series, role):
    series = make_series(make_story(author=ada, title="Hush"), title="Plans")
    address = series.get_absolute_url()

    assert client.get(address).status_code == 404
    assert "Plans" not in client.get("/series/").content.decode()
    client.force_login(make_member("Mo", role=role))
    assert client.get(address).status_code == 404
    client.force_login(ada)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/series/0/", "/series/999999999999999999/", "/series/x/"])
def test_there_is_no_such_series(client, ada, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["?page=abc", "?page=99999999999", "?page=-3"])
def test_nonsense_in_the_address_is_no_matter(client, ada, make_series, query):
    series = make_series(make_story(author=ada, public=True))

    assert client.get(f"/series/{query}").status_code == 200
    assert client.get(f"{series.get_absolute_url()}{query}").status_code == 200


@pytest.mark.parametrize("reader", ["ben", "ada"])
def test_a_series_takes_twelve_queries(
    client, ada, ben, make_series, reader, django_assert_max_num_queries
):
    rating = Rating.objects.get(name="Teen")
    stories = [
        make_story(author=ada, public=True, rating=rating, tags={"freeform": [f"tag {number}"]})
        for number in range(27)
    ]
    make_story(author=ben, public=True)
    series = make_series(*stories, mode="open")
    client.force_login(ben if reader == "ben" else ada)
    forget_archive()

    with django_assert_max_num_queries(12):
        html = client.get(series.get_absolute_url()).content.decode()
    assert "page=2" in html
    forget_archive()
    with django_assert_max_num_queries(12):
        client.get("/series/")
