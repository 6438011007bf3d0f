"""A list of stories with certain tags tells of the series and challenges that have them too."""

import html

import pytest

from storyhold.archive.queries import forget_archive
from storyhold.challenges.actions import pose_challenge
from storyhold.series.actions import add_story, create_series
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Tag, TagKind
from tests.cast import make_member, make_story
from tests.web.browse.test_narrow_a_listing import number_of, page_of


@pytest.fixture
def story(ada):
    return make_story(
        author=ada,
        public=True,
        is_complete=True,
        tags={"genre": ["Drama", "Comedy"], "character": ["Holmes"]},
    )


@pytest.fixture
def others(ada, story):
    """Two series and a challenge; one series has one of the tags alone."""
    for title, genres in (("Both", ["Drama", "Comedy"]), ("One", ["Drama"])):
        tags = {"genre": [Tag.objects.get(name=name) for name in genres]}
        series = create_series(title=title, summary="", mode="closed", by=ada.pen_name, tags=tags)
        add_story(series, story, by=ada.pen_name)
    drama = Tag.objects.get(name="Drama")
    pose_challenge(title="Posed", summary="Go.", tags=[drama], by=ada.pen_name)


def links_on(client, address):
    page = html.unescape(page_of(client, address))
    line = page.partition(" as well.")[0].rpartition("<p>")[2] if " as well." in page else ""
    return [each.partition('"')[0] for each in line.split('href="')[1:]], line


def test_a_narrowed_list_says_what_else_has_these_tags(client, others):
    drama, comedy = number_of("Drama"), number_of("Comedy")

    (to_series, to_challenges), line = links_on(client, f"/stories/?genre={drama}&sort=words")

    assert ">2 series</a> and <a " in line
    assert ">1 challenge</a>" in line
    assert to_series == f"/series/?genre={drama}-drama"
    assert "Both" in page_of(client, to_series)
    assert "Posed" in page_of(client, to_challenges)
    assert "One" not in page_of(client, f"/series/?genre={comedy}")
    assert "Posed" not in page_of(client, f"/challenges/?genre={comedy}")
    assert "One" in page_of(client, f"/series/?not-genre={comedy}")


@pytest.mark.parametrize("query", ["", "complete=yes", "genre={drama}&complete=yes", "q=piano"])
def test_nothing_is_said_of_what_only_stories_can_answer(client, others, query):
    links, _line = links_on(client, f"/stories/?{query.format(drama=number_of('Drama'))}")

    assert links == []


def test_a_tag_s_page_counts_what_has_its_tag_and_those_asked_for(client, others):
    drama, comedy = number_of("Drama"), number_of("Comedy")

    to_comedy, line = links_on(client, f"/tags/{comedy}/?genre={drama}")
    (to_series, to_challenges), _line = links_on(client, f"/tags/{drama}/?not-genre={comedy}")

    assert to_comedy == [f"/tags/{comedy}/series/?genre={drama}-drama"]
    assert ">1 series</a>" in line
    assert "Both" not in page_of(client, to_series)
    assert "One" in page_of(client, to_series)
    assert "Posed" in page_of(client, to_challenges)


def test_what_a_list_is_narrowed_to_is_said_and_kept_from_letter_to_letter(client, others):
    drama = number_of("Drama")

    page = html.unescape(page_of(client, f"/series/?genre={drama}"))

    assert "Genre: Drama" in page
    assert f'href="/series/?genre={drama}&letter=B"' in page


def test_a_narrowed_list_takes_twelve_queries(client, others, django_assert_max_num_queries):
    client.force_login(make_member("Emil"))
    drama = number_of("Drama")
    forget_archive()

    with django_assert_max_num_queries(12):
        page_of(client, f"/stories/?genre={drama}")
    forget_archive()
    with django_assert_max_num_queries(12):
        page_of(client, f"/series/?genre={drama}")


def test_a_word_that_no_story_has_is_no_matter(client, ada):
    unused = add_tag(TagKind.objects.get(key="genre"), "Unused")

    assert client.get(f"/series/?genre={unused.pk}&character=Nobody&words=x").status_code == 200
