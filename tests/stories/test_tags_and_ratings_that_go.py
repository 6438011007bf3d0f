"""What an archivist deletes while an author chooses it: a sentence, and nothing lost."""

import threading

import pytest
from django.db import connection, transaction

from storyhold.stories.actions.writing import Details, change_details, create_story
from storyhold.stories.refusals import RatingIsGone
from storyhold.tags.actions import add_tag, make_first_vocabularies
from storyhold.tags.actions.keeping import delete_tag, merge_tags
from storyhold.tags.actions.ratings import AboutRating, delete_rating, make_rating
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.refusals import TagIsGone
from tests.cast import make_member, make_story, open_the_archive


@pytest.fixture
def ada():
    return make_member("Ada")


@pytest.fixture
def drama(db):
    make_first_vocabularies()
    return Tag.objects.get(name="Drama")


def details(*tags, rating=None):
    return Details(title="Tides", tags={"genre": tags}, rating=rating)


@pytest.mark.django_db
def test_a_tag_that_has_gone_is_named(ada, drama):
    delete_tag(Tag.objects.get(pk=drama.pk), into=None)

    with pytest.raises(TagIsGone, match="Drama"):
        create_story(details(drama), by=ada.pen_name)


@pytest.mark.django_db
def test_nothing_is_merged_into_a_tag_that_has_gone(drama):
    comedy = Tag.objects.get(name="Comedy")
    delete_tag(Tag.objects.get(pk=drama.pk), into=None)

    with pytest.raises(TagIsGone, match="Drama"):
        merge_tags(comedy, into=drama)


@pytest.mark.django_db
def test_a_rating_that_has_gone_is_named(ada):
    rating = make_rating(AboutRating(name="Salty"))
    delete_rating(type(rating).objects.get(pk=rating.pk), into=None)

    with pytest.raises(RatingIsGone, match="Salty"):
        create_story(details(rating=rating), by=ada.pen_name)


@pytest.mark.django_db(transaction=True)
def test_a_tag_that_an_author_is_choosing_waits_and_then_goes():
    open_the_archive()
    story = make_story(author=make_member("Ada"))
    tag = add_tag(TagKind.objects.get(key="genre"), "Tidal")
    archivist = threading.Thread(target=_delete, args=[tag.pk])

    with transaction.atomic():
        change_details(story, details(tag))
        archivist.start()
    archivist.join()

    assert not story.tags.exists()
    assert not Tag.objects.filter(pk=tag.pk).exists()


def _delete(pk):
    delete_tag(Tag.objects.get(pk=pk), into=None)
    connection.close()
