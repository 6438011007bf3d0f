import pytest

from storyhold.accounts.actions import change_profile, change_standing
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.publishing import unpublish_chapter
from storyhold.tags.models import Rating
from tests.cast import make_member, make_pen_name, make_review, make_story

pytestmark = pytest.mark.usefixtures("archive")


@pytest.fixture
def ada():
    return make_member("Ada Lovelace")


@pytest.fixture
def ben():
    return make_member("Ben")


def words(answer):
    return answer.content.decode()


def profile(client, member, tab=""):
    return client.get(f"{member.pen_name.get_absolute_url()}{tab}")


def test_a_profile_shows_who_writes_and_what(client, ada):
    change_profile(ada.pen_name, bio="I count *wheels*.", website="https://ada.example")
    story = make_story(author=ada, public=True, title="The Wheel")
    make_story(author=ada, title="A Draft")

    page = profile(client, ada)

    assert page.status_code == 200
    assert "<h1><bdi>Ada Lovelace</bdi></h1>" in words(page)
    assert "I count <em>wheels</em>." in words(page)
    assert '<a href="https://ada.example" rel="nofollow ugc noopener">' in words(page)
    assert f'href="{story.get_absolute_url()}"' in words(page)
    assert "Stories (1)" in words(page)
    assert "A Draft" not in words(page)


def test_an_author_s_stories_are_narrowed_and_sorted(client, ada):
    for title, language in (("Amber", "en"), ("Bone", "fr"), ("Cinder", "en")):
        make_story(author=ada, title=title, language=language, public=True)

    html = words(profile(client, ada, "?language=en&sort=title"))

    assert html.index(">Amber</a>") < html.index(">Cinder</a>")
    assert ">Bone</a>" not in html
    assert "Stories (3)" in html
    assert "2 stories." in html


def test_the_number_in_the_address_decides(client, ada):
    pk = ada.pen_name.pk

    assert client.get(f"/people/{pk}/").status_code == 200
    assert client.get(f"/people/{pk}-someone-else/").status_code == 200


@pytest.mark.parametrize("number", ["999", "999999999999999999", "0", "1000000000000000000", "x"])
@pytest.mark.parametrize("tab", ["", "series/", "reviews/"])
def test_nobody_there_is_not_found(client, number, tab):
    assert client.get(f"/people/{number}/{tab}").status_code == 404


def test_two_pen_names_of_one_member_are_not_tied(client, ada):
    countess = make_pen_name(ada, "Countess")
    make_story(author=ada, public=True)

    as_guest = words(client.get(countess.get_absolute_url()))
    other = words(profile(client, ada))

    assert "Lovelace" not in as_guest
    assert "No stories to show yet" in as_guest
    assert "Countess" not in other


def test_a_story_written_together_stands_with_both(client, ada, ben):
    from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author

    story = make_story(author=ada, public=True)
    invited = invite_co_author(story, name="Ben")
    before = words(profile(client, ben))
    accept_co_authorship(invited)

    assert "Stories (0)" in before
    assert "Stories (1)" in words(profile(client, ben))


def test_series_and_reviews_have_pages_of_their_own(client, ada, ben):
    story = make_story(author=ada, public=True)
    series = create_series(title="Wheels", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)
    make_review(story.chapters.get(), by=ben, text="I heard the tide.")

    kept = words(profile(client, ada, "series/"))
    written = words(profile(client, ben, "reviews/"))

    assert "Series (1)" in kept
    assert "Wheels" in kept
    assert "Reviews (1)" in written
    assert "I heard the tide." in written
    assert story.get_absolute_url() in written


def test_a_review_of_what_guests_may_not_know_is_for_members(client, ada, ben):
    story = make_story(author=ada, public=True, rating=Rating.objects.get(name="Explicit"))
    make_review(story.chapters.get(), by=ben)

    as_guest = words(profile(client, ben, "reviews/"))
    client.force_login(ada)
    as_member = words(profile(client, ben, "reviews/"))

    assert "Reviews (0)" in as_guest
    assert "I heard the tide." not in as_guest
    assert "Reviews (1)" in as_member


def test_a_review_of_a_chapter_taken_back_is_not_shown(client, ada, ben):
    story = make_story(author=ada, public=True, chapters=2)
    second = story.chapters.get(number=2)
    make_review(second, by=ben)
    unpublish_chapter(second)

    page = words(profile(client, ben, "reviews/"))

    assert "Reviews (0)" in page
    assert "I heard the tide." not in page


def test_a_banned_member_keeps_the_name_and_the_stories_alone(client, ada):
    change_profile(ada.pen_name, bio="Buy pills", website="https://pills.example")
    story = make_story(author=ada, public=True)
    change_standing(ada, role=ada.role, is_active=False)

    page = words(profile(client, ada))

    assert story.title in page
    assert "pills" not in page.lower()


@pytest.mark.parametrize("query", ["page=abc", "page=99999999999", "page=2"])
@pytest.mark.parametrize("tab", ["", "series/", "reviews/"])
def test_odd_pages_get_an_answer(client, ada, query, tab):
    assert profile(client, ada, f"{tab}?{query}").status_code == 200


def test_twelve_queries_whatever_is_in_it(client, ada, ben, django_assert_max_num_queries):
    for number in range(30):
        tags = {"freeform": [f"tag {number}", "sea"], "genre": ["Drama"]}
        story = make_story(author=ada, public=True, tags=tags)
        series = create_series(title=f"{number}", summary="", mode="closed", by=ada.pen_name)
        add_story(series, story, by=ada.pen_name)
        other = make_story(author=ben, public=True)
        make_review(other.chapters.get(), by=ada)

    for reader in (None, ben):
        if reader:
            client.force_login(reader)
        for tab in ("", "series/", "reviews/"):
            with django_assert_max_num_queries(12):  # two of them at most once a second
                page = profile(client, ada, tab)

            assert "(30)" in words(page)
            assert 'rel="next"' in words(page)
