"""The doors of reviews; and that the quick answers for a page agree with the doors."""

import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.reviews.access import (
    may_delete,
    may_edit,
    reviews_answerable_by,
    reviews_deletable_by,
    reviews_editable_by,
    reviews_visible_to,
)
from storyhold.reviews.models import Review
from storyhold.stories.access import is_author
from storyhold.stories.actions.publishing import unpublish_chapter, unpublish_story
from tests.cast import change_rules, make_member, make_review


@pytest.fixture
def people(ada, ben):
    return [
        AnonymousUser(),
        ada,
        ben,
        make_member("Dora"),
        make_member("Mo", role="moderator"),
        make_member("Wren", role="archivist"),
    ]


@pytest.mark.parametrize("rule", ["none", "guests", "all"])
def test_what_a_page_offers_is_what_the_doors_let_through(chapter, ben, people, rule):
    change_rules(guests_may_review=True, authors_may_delete_reviews=rule)
    reviews = [make_review(chapter, by=ben), make_review(chapter, by=None)]

    for person in people:
        writes_it = is_author(person, chapter.story)
        editable = set(reviews_editable_by(person))
        deletable = set(reviews_deletable_by(person))
        for review in reviews:
            assert may_edit(person, review) == (review in editable)
            assert may_delete(person, review, is_author=writes_it) == (review in deletable)


def test_authors_alone_answer(chapter, ada, ben, people):
    review = make_review(chapter, by=ben)

    assert [person for person in people if review in reviews_answerable_by(person)] == [ada]


def test_what_is_taken_back_takes_its_reviews_along(chapter, ada, ben, people):
    review = make_review(chapter, by=ben)

    unpublish_chapter(chapter)
    assert [person for person in people if review in reviews_visible_to(person)] == [ada]

    unpublish_story(chapter.story)
    assert [person for person in people if review in reviews_visible_to(person)] == [ada]
    assert not reviews_deletable_by(people[4]).exists()
    assert Review.objects.exists()
