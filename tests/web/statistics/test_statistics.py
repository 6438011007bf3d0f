import csv
import io
from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.bookmarks.actions.keeping import keep
from storyhold.stories import reads
from storyhold.stories.models import ReadsOfDay, Story
from tests.cast import make_member, make_review, make_story

pytestmark = pytest.mark.usefixtures("archive")

PAGE = "/desk/statistics/"


@pytest.fixture
def ada(client):
    ada = make_member("Ada")
    client.force_login(ada)
    return ada


@pytest.fixture
def story(ada):
    return make_story(author=ada, title="=Low Water", public=True, chapters=2)


def words(answer):
    return answer.content.decode()


def table_in(answer):
    return list(csv.reader(io.StringIO(words(answer).removeprefix("\ufeff"))))


def test_an_author_sees_each_story_in_numbers(client, ada, story):
    ben = make_member("Ben")
    first = story.chapters.first()
    for visitor in ("one", "two", "three"):
        reads.note_read(story.pk, first.pk, visitor)
    reads.write_reads()
    make_review(first, by=ben)
    keep(story, by=ben.pen_name)

    page = words(client.get(PAGE))
    title, _words, *numbers = table_in(client.get(f"{PAGE}stories.csv"))[1]

    assert "=Low Water" in page
    assert "3 in all, 3 on the best day" in page
    # A spreadsheet would take it for a formula.
    assert title == "'=Low Water"
    assert numbers == ["3", "1", "0", "1"]


def test_an_author_sees_each_chapter_in_numbers(client, story):
    reads.note_read(story.pk, story.chapters.get(number=2).pk, "one")
    reads.write_reads()

    page = words(client.get(f"/desk/stories/{story.pk}/statistics/"))
    rows = table_in(client.get(f"/desk/stories/{story.pk}/statistics/chapters.csv"))

    assert "Chapter 2: Part 2" in page
    assert [(row[0], row[3]) for row in rows[1:]] == [("1", "0"), ("2", "1")]


def test_days_reach_back_as_far_as_asked(client, story):
    today = now().date()
    for ago in (0, 29, 30, 364, 365):
        ReadsOfDay.objects.create(story=story, day=today - timedelta(days=ago), reads=10)

    totals = [words(client.get(f"{PAGE}?days={span}")) for span in ("30", "90", "365", "x")]
    year = table_in(client.get(f"{PAGE}days.csv"))

    for page, total in zip(totals, (20, 30, 40, 20), strict=True):
        assert f"{total} in all, 10 on the best day" in page
    assert len(year) == 366
    assert year[-1][:2] == [str(today), "10"]


def test_nobody_sees_the_numbers_of_another(client, story):
    client.force_login(make_member("Ben"))

    assert "Low Water" not in words(client.get(PAGE))
    assert client.get(f"/desk/stories/{story.pk}/statistics/").status_code == 404


def test_as_many_queries_for_many_stories_as_for_one(
    client, ada, story, django_assert_max_num_queries
):
    for number in range(5):
        make_story(author=ada, title=f"Story {number}", public=True)
    Story.objects.update(read_count=5)

    with django_assert_max_num_queries(12):
        client.get(PAGE)
