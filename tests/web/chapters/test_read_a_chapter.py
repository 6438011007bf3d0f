import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyhold.archive.queries import forget_archive
from storyhold.reviews.actions.answers import reply_to
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.ordering import move_chapter
from storyhold.stories.actions.writing import Draft, save_chapter
from storyhold.tags.models import Rating
from tests.cast import (
    make_chapter,
    make_member,
    make_pen_name,
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
def ben():
    return make_member("Ben")


@pytest.fixture
def story(ada):
    return make_story(author=ada, public=True, chapters=3)


def test_a_guest_reads_a_chapter(client, story):
    page = client.get(f"/stories/{story.pk}/chapters/2/")

    html = page.content.decode()
    assert page.status_code == 200
    assert "The lamp was lit at four." in html
    assert "<em>You <em>must</em> hear me,</em>" in html
    assert f'href="/stories/{story.pk}/chapters/1/" rel="prev"' in html
    assert f'href="/stories/{story.pk}/chapters/3/" rel="next"' in html
    assert f'href="/stories/{story.pk}/whole/"' in html


def test_the_tail_of_the_address_does_not_matter(client, story):
    page = client.get(f"/stories/{story.pk}-quite-another-title/chapters/2/")

    assert page.status_code == 200
    address = f"/stories/{story.pk}/chapters/2/"
    assert f'<link rel="canonical" href="http://testserver{address}">' in page.content.decode()


def test_the_only_chapter_names_the_title_page_as_its_home(client, ada):
    short = make_story(author=ada, public=True)

    page = client.get(f"/stories/{short.pk}/chapters/1/")

    home = f"http://testserver{short.get_absolute_url()}"
    assert f'<link rel="canonical" href="{home}">' in page.content.decode()


def test_notes_stand_around_the_text(client, story, ada):
    chapter = story.chapters.get(number=2)
    draft = Draft(text="Rain.", opening_note="Mind *the gap*.", closing_note="Thanks to Ben.")
    save_chapter(chapter, draft, by=ada, seen_revision=1)

    html = client.get(f"/stories/{story.pk}/chapters/2/").content.decode()

    assert html.index("Mind <em>the gap</em>.") < html.index("Rain.")
    assert html.index("Rain.") < html.index("Thanks to Ben.")


def test_hebrew_runs_from_right_to_left(client, ada):
    story = make_story(author=ada, title="המגדלור", text="הים היה שקט.", public=True, language="he")

    html = client.get(f"/stories/{story.pk}/chapters/1/").content.decode()

    assert '<div class="prose" lang="he" dir="rtl"' in html


def test_of_several_authors_the_chapter_names_its_own(client, story, ben):
    accept_co_authorship(invite_co_author(story, name="Ben"))

    html = client.get(f"/stories/{story.pk}/chapters/1/").content.decode()

    assert "This chapter is by" in html
    assert ">Ada</a>." in html


def test_a_draft_chapter_is_read_by_its_authors_alone(client, story, ada, ben):
    make_chapter(story, author=ada, title="Not yet")
    address = f"/stories/{story.pk}/chapters/4/"

    assert client.get(address).status_code == 404
    client.force_login(ben)
    assert client.get(address).status_code == 404
    client.force_login(ada)
    assert "Only its authors see this page." in client.get(address).content.decode()


@pytest.mark.parametrize("number", ["0", "4", "999999999999999999", "9" * 40, "x"])
def test_there_is_no_such_chapter(client, story, number):
    assert client.get(f"/stories/{story.pk}/chapters/{number}/").status_code == 404


def test_a_chapter_for_paper_names_its_address(client, story):
    page = client.get(f"/stories/{story.pk}/chapters/2/print/")

    html = page.content.decode()
    assert page.status_code == 200
    assert "The lamp was lit at four." in html
    assert f"http://testserver/stories/{story.pk}/chapters/2/" in html
    assert 'id="reviews"' not in html


def test_the_permanent_address_follows_a_chapter_that_moves(client, story):
    chapter = story.chapters.get(number=1)
    move_chapter(chapter, to=3)

    answer = client.get(f"/chapters/{chapter.pk}/")

    assert answer.status_code == 302
    assert answer["Location"] == f"/stories/{story.pk}/chapters/3/"


def test_the_permanent_address_of_a_draft_leads_nowhere(client, story, ada):
    draft = make_chapter(story, author=ada)

    assert client.get(f"/chapters/{draft.pk}/").status_code == 404


def test_reading_changes_nothing(client, story):
    assert client.post(f"/stories/{story.pk}/chapters/1/").status_code == 405


@pytest.fixture
def rich_story(ada):
    """A story with everything: co-authors, a rating, many chapters, reviews with answers."""
    rating = Rating.objects.get(name="Mature")
    story = make_story(author=ada, public=True, chapters=19, rating=rating)
    for name in ("Dora", "Emil", "Flo"):
        make_member(name)
        accept_co_authorship(invite_co_author(story, name=name))
    for number in range(30):
        reader = make_member(f"Reader {number}")
        review = make_review(story.chapters.get(number=2), by=reader, rating=7)
        reply_to(review, by=ada.pen_name, text="Thank you.")
    return story


def test_a_guest_s_chapter_takes_four_queries_even_in_a_process_just_started(client, rich_story):
    client.cookies["passed"] = f"w{rich_story.rating.pk}"
    forget_archive()

    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"/stories/{rich_story.pk}/chapters/2/")

    assert "Thank you." in page.content.decode()
    assert len(queries) <= 4


def test_a_member_s_chapter_takes_eight_queries(client, rich_story, ben):
    make_pen_name(ben, "Bosun")
    client.force_login(ben)
    client.cookies["passed"] = f"w{rich_story.rating.pk}"
    forget_archive()

    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"/stories/{rich_story.pk}/chapters/2/")

    html = page.content.decode()
    assert "Thank you." in html
    assert "Bosun" in html
    assert len(queries) <= 8
