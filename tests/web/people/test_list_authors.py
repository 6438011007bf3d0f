import pytest

from storyhold.tags.models import Rating
from tests.cast import make_member, make_story

pytestmark = pytest.mark.usefixtures("archive")

PEOPLE = "/people/"


def words(answer):
    return answer.content.decode()


def make_author(name, **story):
    author = make_member(name)
    make_story(author=author, public=True, **story)
    return author


def test_those_who_sign_listed_stories_are_there_with_their_counts(client):
    ada = make_author("Ada")
    make_story(author=ada, public=True)
    ben = make_member("Ben")
    make_story(author=ben)

    page = words(client.get(PEOPLE))

    assert f'href="{ada.pen_name.get_absolute_url()}"' in page
    assert "2 stories" in page
    assert "Ben" not in page


def test_an_archive_without_stories_says_so(client):
    assert "Nobody has signed a story here yet" in words(client.get(PEOPLE))


def test_who_signs_only_what_guests_may_not_know_is_for_members(client):
    make_author("Ada", rating=Rating.objects.get(name="Explicit"))

    as_guest = words(client.get(PEOPLE))
    client.force_login(make_member("Ben"))
    as_member = words(client.get(PEOPLE))

    assert "<bdi>Ada</bdi>" not in as_guest
    assert "<bdi>Ada</bdi>" in as_member


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Zoë", "Z"), ("Éloïse", "E"), ("Ада", "А"), ("עדה", "ע"), ("エイダ", "え"), ("7 of 9", "#")],
)
def test_a_name_stands_under_its_letter_in_any_script(client, name, letter):
    make_author(name)
    make_author("Quentin")

    page = words(client.get(PEOPLE, {"letter": letter}))

    assert f"<bdi>{name}</bdi>" in page
    assert "<bdi>Quentin</bdi>" not in page
    assert "All authors" in page


@pytest.mark.parametrize(
    "query", ["letter=Q", "letter=ada", "page=abc", "page=99999999999", "page=-1"]
)
def test_odd_questions_get_a_page(client, query):
    make_author("Ada")

    assert client.get(f"{PEOPLE}?{query}").status_code == 200


def test_nothing_nasty_breaks_the_list(client, nasty):
    make_author("Ada")

    assert client.get(PEOPLE, **nasty("letter", "page", query=True)).status_code == 200


def test_the_queries_do_not_grow_with_the_authors(client, django_assert_max_num_queries):
    for number in range(30):
        make_author(f"Author {number}")

    with django_assert_max_num_queries(6):
        client.get(PEOPLE)
