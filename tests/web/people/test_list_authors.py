import pytest

from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import make_member, make_pen_name, make_story

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


def test_a_part_of_a_name_finds_people_and_those_who_wrote_together(client):
    ada, ben = make_author("Ada Quill"), make_member("Ben Quillon")
    accept_co_authorship(invite_co_author(Story.objects.get(), name="Ben Quillon"))
    make_member("Nora Quill")

    page = words(client.get(PEOPLE, {"name": " QUILL "}))

    for author in (ada, ben):
        assert f"<bdi>{author.pen_name}</bdi>" in page
    assert "<bdi>Nora Quill</bdi>" not in page
    nobody = words(client.get(PEOPLE, {"name": "nora"}))
    assert "Nobody here is called so." in nobody
    assert 'href="/people/members/?name=nora"' in nobody
    assert "<bdi>Nora Quill</bdi>" in words(client.get("/people/members/?name=nora"))


def test_members_stand_under_each_name_by_itself_but_not_those_who_are_banned(client):
    make_pen_name(make_author("Ada"), "Night Ada")
    make_member("Cleo", active=False)

    page = words(client.get("/people/members/"))

    assert "<bdi>Ada</bdi>" in page
    assert "1 story" in page
    assert "<bdi>Night Ada</bdi>" in page
    assert "Cleo" not in page


def test_staff_stand_under_their_default_names_alone(client):
    mo = make_member("Mo", role="moderator")
    make_pen_name(mo, "Secret Mo")
    make_member("Wren", role="archivist")
    make_member("Ben")
    make_member("Cleo", role="moderator", active=False)

    page = words(client.get("/people/staff/"))

    for name, is_there in (("Mo", 1), ("Wren", 1), ("Secret Mo", 0), ("Ben", 0), ("Cleo", 0)):
        assert (f"<bdi>{name}</bdi>" in page) == is_there


def test_the_queries_do_not_grow_with_the_authors(client, django_assert_max_num_queries):
    for number in range(30):
        make_author(f"Author {number}")

    with django_assert_max_num_queries(6):
        client.get(PEOPLE)
    with django_assert_max_num_queries(6):
        client.get("/people/members/?name=a")
