import pytest

from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.trash import delete_story
from tests.cast import (
    change_rules,
    make_chapter,
    make_member,
    make_review,
    make_story,
    open_the_archive,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


@pytest.fixture
def story(ada):
    return make_story(
        author=ada,
        public=True,
        chapters=3,
        summary="A *tide* table.",
        notes="For Ben.",
        tags={"freeform": ["slow burn"]},
    )


def test_the_title_page_says_what_the_story_is(client, story, ada):
    series = create_series(title="Low Waters", summary="", mode="closed", by=ada.pen_name)
    add_story(series, story, by=ada.pen_name)

    page = client.get(f"/stories/{story.pk}/")

    html = page.content.decode()
    assert page.status_code == 200
    for words in ("A <em>tide</em> table.", "For Ben.", "slow burn", "Low Waters", "Part 1 of"):
        assert words in html
    assert f'href="/stories/{story.pk}/chapters/3/"' in html
    assert "The lamp was lit" not in html


def test_its_name_and_summary_are_in_the_head(client, story):
    name = "The Piano at Low Water by Ada"

    title_page, chapter = (
        " ".join(client.get(f"/stories/{story.pk}/{page}").content.decode().split())
        for page in ("", "chapters/2/")
    )

    assert f"<title>{name} ·" in title_page
    assert '<meta name="description" content="A tide table.">' in title_page
    assert f"<title>Chapter 2: Part 2 · {name} ·" in chapter


def test_a_story_of_one_chapter_is_read_on_its_title_page(client, ada):
    story = make_story(author=ada, public=True)
    make_review(story.chapters.get(), by=make_member("Ben"), text="I heard the tide.")

    html = client.get(story.get_absolute_url()).content.decode()

    assert "The lamp was lit at four." in html
    assert "I heard the tide." in html
    assert html.count("<h1") == 1


def test_the_title_page_leads_to_the_reviews(client, story):
    make_review(story.chapters.get(number=1), by=make_member("Ben"))

    html = client.get(f"/stories/{story.pk}/").content.decode()

    assert f'href="/stories/{story.pk}/reviews/"' in html


def test_the_whole_story_stands_on_one_page(client, story):
    html = client.get(f"/stories/{story.pk}/whole/").content.decode()

    assert html.count("The lamp was lit at four.") == 3
    assert 'id="c1-p1"' in html
    assert 'id="c3-p1"' in html
    assert 'href="#chapter-2"' in html
    assert 'id="chapter-2"' in html


def test_the_whole_story_is_there_for_paper(client, story):
    html = client.get(f"/stories/{story.pk}/print/").content.decode()

    assert html.count("The lamp was lit at four.") == 3
    assert f"http://testserver{story.get_absolute_url()}</a>" in html


@pytest.mark.parametrize("page", ["print/", "chapters/2/print/"])
def test_paper_ends_with_the_archives_own_words(client, story, page):
    change_rules(print_words="All of it stays *theirs*.")

    html = client.get(f"/stories/{story.pk}/{page}").content.decode()

    assert "All of it stays <em>theirs</em>." in html.partition("print-foot")[2]


@pytest.mark.parametrize("page", ["", "whole/", "print/"])
def test_a_draft_is_seen_by_its_authors_alone(client, ada, page):
    draft = make_story(author=ada, title="Hush")
    address = f"/stories/{draft.pk}/{page}"

    assert client.get(address).status_code == 404
    client.force_login(make_member("Ben"))
    assert client.get(address).status_code == 404
    client.force_login(ada)
    assert "Hush" in client.get(address).content.decode()


def test_a_draft_without_a_chapter_has_a_title_page_and_no_text(client, ada):
    draft = make_story(author=ada, chapters=0)
    client.force_login(ada)

    assert "There is no chapter yet." in client.get(f"/stories/{draft.pk}/").content.decode()
    assert client.get(f"/stories/{draft.pk}/whole/").status_code == 404


def test_what_is_in_the_trash_is_not_there(client, story, ada):
    delete_story(story)
    client.force_login(ada)

    assert client.get(f"/stories/{story.pk}/").status_code == 404


def test_draft_chapters_are_not_in_the_contents_of_others(client, story, ada):
    make_chapter(story, author=ada, title="Hush")

    assert "Hush" not in client.get(f"/stories/{story.pk}/").content.decode()
    assert "Hush" not in client.get(f"/stories/{story.pk}/whole/").content.decode()


@pytest.mark.parametrize("number", ["0", "999999999999999999", "9" * 40, "x", "1x"])
def test_there_is_no_such_story(client, story, number):
    assert client.get(f"/stories/{number}/").status_code == 404
