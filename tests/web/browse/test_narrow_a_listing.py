"""Every listing can be narrowed in place; the choice is kept in the address."""

from urllib.parse import urlencode

import pytest

from storyhold.archive.queries import forget_archive
from storyhold.stories import choices
from storyhold.stories.choices import forget_choices
from storyhold.stories.models import Story
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, Tag, TagKind
from tests.cast import make_member, make_story
from tests.web.browse.test_list_stories import titles_on


def page_of(client, address):
    return " ".join(client.get(address).content.decode().split())


def number_of(name, **where):
    return Tag.objects.get(name=name, **where).pk


@pytest.fixture
def some(ada):
    """Four stories that differ in everything one may ask for."""
    shelf = add_tag(TagKind.objects.get(key="category"), "Books")
    add_tag(shelf.kind, "Sea stories", parent=shelf)
    rating = {rating.name: rating for rating in Rating.objects.all()}
    told = [
        ("Amber", 900, True, "en", "General", ["Books"], ["Holmes", "Watson"], ["Drama"]),
        ("Bone", 4_000, False, "en", "Teen", ["Sea stories"], ["Holmes"], ["Comedy"]),
        ("Cinder", 60_000, True, "fr", "Teen", [], ["Watson"], ["Drama", "Comedy"]),
        ("Dusk", 200_000, True, "en", "Explicit", [], [], []),
    ]
    for title, words, is_complete, language, rated, shelves, characters, genres in told:
        story = make_story(
            author=ada,
            title=title,
            public=True,
            language=language,
            is_complete=is_complete,
            rating=rating[rated],
            tags={"category": shelves, "character": characters, "genre": genres},
        )
        Story.objects.filter(pk=story.pk).update(word_count=words)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("complete=yes", ["Amber", "Cinder"]),
        ("complete=no", ["Bone"]),
        ("language=fr", ["Cinder"]),
        ("words=-1000", ["Amber"]),
        ("words=1000-5000", ["Bone"]),
        ("words=900-4001", ["Amber", "Bone"]),
        ("words=50000-", ["Cinder"]),
        ("words=-1000&complete=no", []),
        ("category={Books}", ["Amber", "Bone"]),
        ("category={Sea stories}-any-tail", ["Bone"]),
        ("genre={Drama}&genre={Comedy}", ["Amber", "Cinder"]),  # one of a kind; the first
        ("not-genre={Comedy}", ["Amber"]),
        ("not-genre={Comedy}&not-genre={Drama}", []),
        ("not-genre={Comedy}&genre={Drama}", ["Amber"]),
        ("character={Holmes}&character={Watson}", ["Amber"]),
        ("character=&character={Watson}", ["Amber", "Cinder"]),
        ("letter=C&genre={Drama}", ["Cinder"]),
        ("letter=B&genre={Drama}", ["Amber", "Cinder"]),  # no such letter any more
        ("sort=words&genre={Drama}", ["Cinder", "Amber"]),
    ],
)
def test_narrowed_to_what_was_chosen(client, some, query, titles):
    for tag in Tag.objects.all():
        query = query.replace(f"{{{tag.name}}}", str(tag.pk))

    assert titles_on(client, f"/stories/?{query}") == titles


def test_by_words_as_the_search_understands_them(client, ada, index):
    make_story(author=ada, title="Éclair’s Night", public=True, summary="Low *tide*, again.")
    make_story(author=ada, title="Йод", public=True, summary="No tides.", text="A piano.")
    make_story(author=ada, title="Éclair, a draft")
    index.keep()

    for words, titles in {
        "eclair": ["Éclair’s Night"],
        "ÉCLAIR'S  night": ["Éclair’s Night"],
        "night tide": ["Éclair’s Night"],
        "tid": ["Éclair’s Night", "Йод"],  # no whole word, so beginnings
        "-piano": ["Éclair’s Night"],
        "йОД": ["Йод"],
        "<em>": [],
        "%": ["Éclair’s Night", "Йод"],  # a sign is no word
        "x_d": [],
    }.items():
        assert titles_on(client, f"/stories/?{urlencode({'q': words})}") == titles, words
    assert titles_on(client, "/stories/?q=piano&in=text") == ["Йод"]
    assert titles_on(client, "/stories/?q=piano&in=title") == []
    assert titles_on(client, "/stories/?in=title") == ["Éclair’s Night", "Йод"]  # no words


def test_the_words_stand_in_the_field_again(client, ada, index):
    make_story(author=ada, title="Amber", public=True)
    index.keep()

    html = page_of(client, "/stories/?q=amber%22%3E&in=title")

    assert 'name="q" type="search" value="amber&quot;&gt;"' in html
    assert "Words: amber&quot;&gt;" in html
    assert "Look in: Titles" in html
    assert "The quotation mark has no end" in html
    assert "No story here is like that." in page_of(client, "/stories/?q=nothing")
    assert "has no letter or digit" in page_of(client, "/stories/?q=%25")


def test_by_rating_and_what_only_members_may_read_is_not_offered_to_guests(client, some):
    explicit = Rating.objects.get(name="Explicit")
    teen = Rating.objects.get(name="Teen")

    assert titles_on(client, f"/stories/?rating={teen.pk}-teen") == ["Bone", "Cinder"]
    assert titles_on(client, f"/stories/?rating={explicit.pk}") == ["Amber", "Bone", "Cinder"]
    assert "Explicit" not in page_of(client, "/stories/")
    client.force_login(make_member("Ben"))
    assert titles_on(client, f"/stories/?rating={explicit.pk}") == ["Dusk"]


@pytest.mark.parametrize(
    "query",
    [
        "complete=maybe", "language=xx", "language=%00", "words=-", "words=x", "words=1-2-3",
        f"words={'9' * 5000}-", "rating=", "rating=x", f"rating={'9' * 30}", "genre=-1",
        "q=", "q=%00", "q=%3F!", "not-genre=x",
        "genre=%00", "category=99999999", "character=%F0%9F%98%80", "category[]=1", "genre=1%27--",
    ],
)  # fmt: skip
def test_what_nobody_can_read_counts_as_not_said(client, some, query):
    assert titles_on(client, f"/stories/?{query}") == ["Amber", "Bone", "Cinder"]
    assert "Take away:" not in page_of(client, f"/stories/?{query}")


def test_what_is_chosen_is_said_and_each_choice_can_be_taken_away(client, some):
    drama = f"{number_of('Drama')}-drama"

    html = page_of(client, f"/stories/?complete=yes&genre={drama}&sort=words")

    assert "2 stories." in html
    assert f'href="?genre={drama}&amp;sort=words"><span class="visually-hidden">Take away:' in html
    assert "State: Complete" in html
    assert 'href="?complete=yes&amp;sort=words"><span class="visually-hidden">Take away:' in html
    assert 'href="?sort=words">Take all away' in html
    assert f'<option value="{drama}" selected>Drama</option>' in html
    assert '<option value="yes" selected>Complete</option>' in html
    assert f'href="?letter=C&amp;genre={drama}&amp;complete=yes&amp;sort=words"' in html


def test_the_choice_is_kept_through_paging(client, ada):
    for number in range(30):
        make_story(author=ada, title=f"Story {number}", public=True, is_complete=True)

    html = page_of(client, "/stories/?complete=yes&letter=S&sort=x&page=x")

    assert "?letter=S&amp;complete=yes&amp;sort=title&amp;page=2" in html


def test_only_what_stories_have_is_offered(client, ada, some):
    make_story(author=ada, tags={"genre": ["Tragedy"], "freeform": ["my plan"]})

    html = page_of(client, "/stories/")

    assert "Drama</option>" in html
    assert "Watson</option>" in html
    assert "Sea stories</option>" in html
    assert "Tragedy" not in html
    assert "my plan" not in html
    assert 'name="freeform"' not in html


def test_nothing_found_says_how_to_go_on(client, some):
    html = page_of(client, "/stories/?complete=no&language=fr")

    assert "0 stories." in html
    assert "No story here is like that." in html
    assert 'href="?sort=title">All stories here</a>' in html


def test_in_a_long_vocabulary_a_name_is_typed(client, ada, some, monkeypatch):
    monkeypatch.setattr(choices, "MOST_WORDS_SHOWN", 1)
    make_story(author=ada, title="Draft", tags={"character": ["Moriarty"]})

    assert titles_on(client, "/stories/?character=hOLMES+&character=Watson") == ["Amber"]
    html = page_of(client, "/stories/?character=Holmes")
    assert 'name="character" value="Holmes"' in html
    assert "Take away: </span>Character: Holmes" in html

    for unknown in ("Moriarty", "Nobody%00", "%22%3E%3Cb%3E", "x" * 3000):
        html = page_of(client, f"/stories/?character={unknown}&complete=yes")
        assert "2 stories." in html
        assert "No story here has “" in html
        assert 'aria-describedby="narrow-character-1-wrong"' in html
        assert "<b>" not in html


def test_the_stories_of_a_tag_are_narrowed_too(client, some):
    tag = Tag.objects.get(name="Drama")

    assert titles_on(client, f"{tag.get_absolute_url()}?language=fr") == ["Cinder"]
    assert "No story here is like that." in page_of(client, f"{tag.get_absolute_url()}?words=-10")


def test_a_vocabulary_called_as_one_of_our_words_is_asked_for_apart(client, ada):
    kind = TagKind.objects.create(key="language", name="Spoken", name_plural="Spoken", position=9)
    elvish = add_tag(kind, "Elvish")
    make_story(author=ada, title="Told", public=True, tags={"language": ["Elvish"]})
    make_story(author=ada, title="Untold", public=True)

    assert titles_on(client, f"/stories/?tag-language={elvish.pk}") == ["Told"]


def test_narrowing_takes_ten_queries(client, ada, some, django_assert_max_num_queries):
    client.force_login(make_member("Ben"))
    drama, books = number_of("Drama"), number_of("Books")
    query = f"category={books}&genre={drama}&complete=yes&language=en&words=-1000&sort=score"
    client.get("/stories/")
    forget_archive()

    with django_assert_max_num_queries(10):
        client.get(f"/stories/?{query}")
    forget_choices()
    with django_assert_max_num_queries(12):
        client.get(f"/stories/?{query}")
