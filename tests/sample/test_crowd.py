import pytest

from storyhold.bookmarks.actions.keeping import recount as recount_bookmarks
from storyhold.bookmarks.models import Bookmark
from storyhold.reviews.actions.counting import recount as recount_reviews
from storyhold.reviews.models import Review
from storyhold.sample.actions import fill_archive
from storyhold.sample.crowd.filling import fill_with_crowd
from storyhold.stories.actions.counting import recount
from storyhold.stories.models import Chapter, Story
from tests.cast import open_the_archive

pytestmark = pytest.mark.django_db


def test_one_crowd_after_the_other_comes_with_every_counter_right():
    open_the_archive()
    fill_archive()
    before = Story.objects.count()

    assert list(fill_with_crowd(20)) == [20]
    assert list(fill_with_crowd(20)) == [20]

    assert Story.objects.count() == before + 40
    assert Chapter.objects.filter(text=None).count() == 0
    assert Review.objects.count() > 40 * 14
    assert Bookmark.objects.count() > 40 * 3
    assert [*recount(), *recount_reviews(), *recount_bookmarks()] == []


@pytest.mark.once
def test_a_few_stories_of_a_crowd_have_most_of_the_reads():
    open_the_archive()
    fill_archive()
    before = set(Story.objects.values_list("pk", flat=True))

    list(fill_with_crowd(200))

    crowd = Story.objects.exclude(pk__in=before)
    reads = sorted(crowd.values_list("read_count", flat=True), reverse=True)
    assert sum(reads[:50]) > sum(reads[50:])
