import pytest

from storyhold.archive.queries import forget_archive
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, Tag, TagKind
from tests.cast import make_member, make_story


@pytest.fixture
def shelves(archive):
    kind = TagKind.objects.get(key="category")
    books = add_tag(kind, "Books", description="Out of *books*.")
    return {
        "books": books,
        "detectives": add_tag(kind, "Detectives", parent=books),
        "sea": add_tag(kind, "Sea stories", parent=books),
        "films": add_tag(kind, "Films"),
    }


def test_the_kinds_of_tags(client, archive):
    html = client.get("/tags/").content.decode()

    assert 'href="/tags/fandom/"' in html
    assert "Relationships" in html


def test_a_tree_is_shown_with_the_number_of_stories_on_each_shelf_and_below(client, ada, shelves):
    make_story(author=ada, public=True, tags={"category": ["Detectives", "Sea stories"]})
    make_story(author=ada, public=True, tags={"category": ["Detectives"]})
    make_story(author=ada, tags={"category": ["Detectives"]})

    html = " ".join(client.get("/tags/category/").content.decode().split())

    for name, count in (("Books", 2), ("Detectives", 2), ("Sea stories", 1), ("Films", 0)):
        assert f'{name}</a> <span class="shelf__count">{count}</span>' in html
    assert html.index("Books") < html.index("Detectives") < html.index("Films")


def test_other_kinds_are_listed_from_a_to_z(client, ada):
    make_story(author=ada, public=True, tags={"freeform": ["zeal", "Found family"]})
    make_story(author=ada, public=True, tags={"freeform": ["found family"]})
    make_story(author=ada, tags={"freeform": ["secret"]})

    html = client.get("/tags/freeform/").content.decode()

    assert html.index("Found family") < html.index("zeal")
    assert 'Found family</a> <span class="shelf__count">2</span>' in html
    assert "secret" not in html


def test_a_shelf_holds_its_stories_and_those_below(client, ada, shelves):
    make_story(author=ada, title="On top", public=True, tags={"category": ["Books"]})
    make_story(author=ada, title="Below", public=True, tags={"category": ["Sea stories"]})
    make_story(author=ada, title="Elsewhere", public=True, tags={"category": ["Films"]})

    html = client.get(shelves["books"].get_absolute_url()).content.decode()

    assert "On top" in html
    assert "Below" in html
    assert "Elsewhere" not in html
    assert "Out of <em>books</em>." in html
    assert f'href="{shelves["detectives"].get_absolute_url()}"' in html


def test_a_shelf_names_those_above(client, ada, shelves):
    html = client.get(shelves["sea"].get_absolute_url()).content.decode()

    assert f'href="{shelves["books"].get_absolute_url()}"' in html
    assert "No story stands here yet." in html


def test_the_stories_of_a_tag_can_be_sorted(client, ada):
    make_story(author=ada, title="Short", public=True, tags={"freeform": ["found family"]})
    make_story(
        author=ada,
        title="Long",
        public=True,
        text="word " * 90,
        tags={"freeform": ["found family"]},
    )
    tag = Tag.objects.get(key="found family")

    html = client.get(f"{tag.get_absolute_url()}?sort=words").content.decode()

    assert html.index("Long") < html.index("Short")


def test_a_word_that_only_drafts_use_is_known_to_their_authors_alone(client, ada):
    make_story(author=ada, tags={"freeform": ["my plan"]})
    tag = Tag.objects.get(key="my plan")

    assert client.get(tag.get_absolute_url()).status_code == 404
    client.force_login(make_member("Mo", role="moderator"))
    assert client.get(tag.get_absolute_url()).status_code == 404
    client.force_login(ada)
    assert client.get(tag.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/tags/nothing/",
        "/tags/999999999999999999/",
        "/tags/0-x/",
        f"/tags/{'9' * 30}/",
        "/tags/%00/",
    ],
)
def test_there_is_no_such_tag(client, archive, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("kind", ["category", "fandom"])
def test_a_tag_s_page_takes_ten_queries(client, ada, shelves, kind, django_assert_max_num_queries):
    for number in range(30):
        make_story(
            author=ada,
            title=f"Story {number}",
            public=True,
            rating=Rating.objects.get(name="Teen"),
            tags={
                "category": ["Sea stories", "Detectives"],
                "fandom": ["Moby-Dick"],
                "freeform": [f"tag {number}"],
            },
        )
    tag = shelves["books"] if kind == "category" else Tag.objects.get(name="Moby-Dick")
    client.force_login(make_member("Ben"))
    client.get("/stories/")  # what a listing may be narrowed to is read once a second
    forget_archive()

    with django_assert_max_num_queries(10):
        html = client.get(f"{tag.get_absolute_url()}?page=2").content.decode()
    assert "30 stories" in html
    forget_archive()
    with django_assert_max_num_queries(10):
        client.get(f"/tags/{kind}/")
