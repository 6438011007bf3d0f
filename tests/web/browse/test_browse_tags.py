import pytest

from storyhold.archive.queries import forget_archive
from storyhold.series.actions import add_story, create_series
from storyhold.stories import choices
from storyhold.stories.choices import forget_choices
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, Tag, TagKind
from tests.cast import change_rules, make_member, make_story


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
    assert "There is no story here yet." in html


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
@pytest.mark.parametrize("asked", ["", "page=2", "character=Ishmael&words=-1000"])
def test_a_tag_s_page_takes_few_queries(
    client, ada, shelves, kind, asked, django_assert_max_num_queries, monkeypatch
):
    for number in range(30):
        make_story(
            author=ada,
            title=f"Story {number}",
            public=True,
            rating=Rating.objects.get(name="Teen"),
            tags={
                "category": ["Sea stories", "Detectives"],
                "fandom": ["Moby-Dick"],
                "character": ["Ishmael"],
                "freeform": [f"tag {number}"],
            },
        )
    tag = shelves["books"] if kind == "category" else Tag.objects.get(name="Moby-Dick")
    client.force_login(make_member("Ben"))
    monkeypatch.setattr(choices, "MOST_WORDS_SHOWN", 0)  # each word is typed
    change_rules(whole_category_paths=True)
    forget_archive()
    forget_choices()

    with django_assert_max_num_queries(12):
        html = client.get(f"{tag.get_absolute_url()}?{asked}").content.decode()
    assert "30 stories" in html
    forget_archive()
    with django_assert_max_num_queries(10):
        client.get(f"/tags/{kind}/")


def test_shelves_are_described(client, ada, shelves):
    tree = client.get("/tags/category/").content.decode()

    assert "Out of <em>books</em>." in tree


@pytest.fixture
def sailors(ada):
    fandoms, people = (TagKind.objects.get(key=key) for key in ("fandom", "character"))
    moby, treasure = add_tag(fandoms, "Moby-Dick"), add_tag(fandoms, "Treasure Island")
    named = [
        add_tag(people, "Ahab", within=moby),
        add_tag(people, "Pip", within=moby),
        add_tag(people, "Billy Bones", within=treasure),
        add_tag(people, "Юнга"),
    ]
    make_story(author=ada, public=True, tags={"character": named, "fandom": [moby]})
    add_tag(people, "Nobody’s hero", within=moby)
    return moby


def test_characters_stand_under_their_fandom(client, sailors):
    html = client.get("/tags/character/").content.decode()

    places = [html.index(name) for name in ("Юнга", ">Ahab", ">Pip", ">Billy Bones")]
    assert places == sorted(places)
    assert f'<h2 dir="auto"><a href="{sailors.get_absolute_url()}">Moby-Dick</a></h2>' in html
    assert "Nobody’s hero" not in html


def test_characters_of_one_fandom_and_under_one_letter(client, sailors):
    of_moby = client.get(f"/tags/character/?within={sailors.pk}").content.decode()
    under_a = client.get(f"/tags/character/?within={sailors.pk}&letter=A").content.decode()
    in_cyrillic = client.get("/tags/character/?letter=%D0%AE").content.decode()

    assert "Pip" in of_moby
    assert "Billy Bones" not in of_moby
    assert f'href="?within={sailors.pk}&amp;letter=P"' in of_moby
    assert "Ahab" in under_a
    assert "Pip" not in under_a
    assert "Юнга" in in_cyrillic
    assert "Ahab" not in in_cyrillic


@pytest.mark.parametrize("query", ["within=x", "within=999", "letter=%00", "within=-1&letter=AA"])
def test_nonsense_in_the_address_of_a_kind_is_no_matter(client, sailors, query):
    assert client.get(f"/tags/character/?{query}").status_code == 200


def test_a_fandom_leads_to_its_characters(client, sailors):
    html = client.get(sailors.get_absolute_url()).content.decode()

    assert f'href="/tags/character/?within={sailors.pk}"' in html


def test_a_tag_leads_to_its_series(client, ada, shelves):
    story = make_story(author=ada, public=True)
    tags = {"category": [shelves["sea"]]}
    series = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name, tags=tags)
    books = shelves["books"]
    assert "series</a> as well" not in client.get(books.get_absolute_url()).content.decode()

    add_story(series, story, by=ada.pen_name)

    page = client.get(books.get_absolute_url()).content.decode()
    assert f'<a href="/tags/{books.pk}/series/">series</a> as well.' in page
    assert "Tides" in client.get(f"/tags/{books.pk}/series/").content.decode()


def test_ratings_lead_to_their_stories(client, ada):
    explicit = Rating.objects.get(name="Explicit")
    make_story(author=ada, title="For all", public=True, rating=Rating.objects.get(name="General"))
    make_story(author=ada, title="For members", public=True, rating=explicit)

    ratings = " ".join(client.get("/ratings/").content.decode().split())
    assert 'General</a> <span class="shelf__count">1</span>' in ratings
    assert 'Explicit</a> <span class="shelf__count">0</span>' in ratings
    page = client.get(explicit.get_absolute_url()).content.decode()
    assert "For members" not in page
    assert "Sign in to see them." in page
    client.force_login(make_member("Ben"))
    assert "For members" in client.get(explicit.get_absolute_url()).content.decode()


def test_lists_show_the_last_shelf_or_the_way_to_it(client, ada, shelves):
    make_story(author=ada, public=True, tags={"category": ["Sea stories"]})

    assert ">Sea stories</a>" in client.get("/stories/").content.decode()
    change_rules(whole_category_paths=True)
    assert ">Books &gt; Sea stories</a>" in client.get("/stories/").content.decode()
