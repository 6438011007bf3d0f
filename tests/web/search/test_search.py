"""The search page: what a reader may find, where in the text, and what nobody learns from it."""

from storyhold.stories.actions.publishing import unpublish_chapter, unpublish_story
from storyhold.stories.actions.trash import delete_story
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_chapter, make_member, make_story
from tests.web.browse.test_list_stories import titles_on

SECRET = "quicksilver"


def page_of(client, query):
    page = client.get(f"/search/?{query}")
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_a_story_is_listed_once_with_its_best_chapters_and_the_words_marked(client, ada, index):
    story = make_story(author=ada, title="Lamps", public=True, chapters=5, text="A tide, a tide.")
    make_chapter(story, author=ada, text="“Tide & *tide*, <b>tide</b>,” she wrote.", public=True)
    index.keep()

    html = page_of(client, "q=tide")

    assert titles_on(client, "/search/?q=tide") == ["Lamps"]
    assert "“<mark>Tide</mark> &amp; <mark>tide</mark>, " in html
    assert f'href="/stories/{story.pk}/chapters/6/"' in html
    assert "and 3 chapters more" in html
    assert "1 story." in html
    assert titles_on(client, "/search/?q=tide+-lamps") == []
    assert titles_on(client, "/search/?q=part+2&in=text") == ["Lamps"]  # headings are text


def test_nobody_finds_what_they_may_not_see_and_nobody_learns_of_it(client, ada, index):
    for_members = Rating.objects.get(name="Explicit")
    make_story(author=ada, title="Draft", text=SECRET)
    shown = {"public": True, "text": SECRET}
    make_story(author=ada, title="For members", rating=for_members, **shown)
    hidden = make_story(author=ada, title="Hidden", **shown)
    trashed = make_story(author=ada, title="In the trash", **shown)
    taken = make_story(author=ada, title="Chapter taken back", public=True, text="Seen.")
    chapter = make_chapter(taken, author=ada, text=SECRET, public=True)
    index.keep()
    assert len(titles_on(client, f"/search/?q={SECRET}")) == 3

    unpublish_story(hidden)
    delete_story(trashed)
    unpublish_chapter(chapter)

    for _ in range(2):  # at once, and after the worker has written
        html = page_of(client, f"q={SECRET}")
        assert titles_on(client, f"/search/?q={SECRET}") == []
        assert "0 stories." in html
        assert "<mark>" not in html
        index.keep()
    client.force_login(make_member("Ben"))
    assert titles_on(client, f"/search/?q={SECRET}") == ["For members"]
    client.force_login(ada)
    assert titles_on(client, f"/search/?q={SECRET}") == ["For members"]


def test_behind_a_gate_a_story_is_found_but_nothing_of_its_text_is_shown(client, ada, index):
    rating = Rating.objects.get(name="Mature")
    assert rating.must_confirm_age or rating.must_accept_warning
    story = make_story(author=ada, title="Gated", public=True, text=f"So {SECRET}.", rating=rating)
    index.keep()

    html = page_of(client, f"q={SECRET}")

    assert "Gated" in html
    assert "<mark>" not in html
    client.cookies["passed"] = f"age.w{rating.pk}"
    assert f"<mark>{SECRET}</mark>" in page_of(client, f"q={SECRET}")
    del client.cookies["passed"]
    client.force_login(ada)
    assert f"So <mark>{SECRET}</mark>" in page_of(client, f"q={SECRET}")
    assert story.get_absolute_url() in page_of(client, f"q={SECRET}")


def test_found_stories_are_narrowed_sorted_and_paged(client, ada, index):
    change_rules(stories_on_a_page=5)
    for number in range(7):
        make_story(author=ada, title=f"Lamp {number}", public=True, is_complete=number > 3)
    make_story(author=ada, title="Other", public=True, text="A lamp. " * 9)
    index.keep()

    assert titles_on(client, "/search/?q=lamp&page=2")[-1] == "Other"
    assert len(titles_on(client, "/search/?q=lamp&page=2")) == 3
    assert titles_on(client, "/search/?q=lamp&complete=yes&sort=title") == [
        "Lamp 4", "Lamp 5", "Lamp 6",
    ]  # fmt: skip
    assert "Best match first" in page_of(client, "q=lamp")
    assert "Best match first" not in page_of(client, "complete=yes")
    assert titles_on(client, "/search/?complete=yes&sort=title")[0] == "Lamp 4"


def test_before_anything_is_asked_the_page_says_what_can_be_typed(client, ada, index):
    make_story(author=ada, title="Lamps", public=True)

    html = page_of(client, "")

    assert "What you can type" in html
    assert "Lamps" not in html
    assert "Try fewer words" in page_of(client, "q=nothing")


def test_without_an_index_the_page_says_that_it_is_being_made(client, ada):
    make_story(author=ada, title="Lamps", public=True)

    assert "is being made" in page_of(client, "q=lamps")


def test_the_page_asks_the_same_of_the_database_however_much_is_found(
    client, ada, index, django_assert_max_num_queries
):
    for number in range(12):
        make_story(author=ada, title=f"Lamp {number}", public=True, chapters=3)
    index.keep()
    client.get("/search/?q=lamp")

    with django_assert_max_num_queries(12):
        client.get("/search/?q=lamp&in=text&sort=best")
    with django_assert_max_num_queries(12):
        client.get("/search/?q=lamp&complete=no")


def test_nothing_in_the_address_is_an_error(client, ada, index):
    for query in (
        "q=%00", "q=%22", "q=%FF", "in=nowhere&q=x", f"q={'x' * 3000}", "q=-", "page=x&q=x",
        "sort=best",
    ):  # fmt: skip
        assert client.get(f"/search/?{query}").status_code == 200
