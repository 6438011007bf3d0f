"""Any member adds a chapter to a round robin; nobody touches another's."""

import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.notices.models import Notice
from storyhold.reviews.actions.writing import write_review
from storyhold.stories import access
from storyhold.stories.actions.at_once import add_and_publish_chapter
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.publishing import (
    publish_chapter,
    publish_story,
    unpublish_chapter,
    unpublish_story,
)
from storyhold.stories.actions.round_robins import (
    close_round_robin,
    give_back,
    open_round_robin,
)
from storyhold.stories.actions.trash import delete_story, empty_trash
from storyhold.stories.actions.writing import Draft, add_chapter
from storyhold.stories.models import Story
from storyhold.stories.refusals import LastChapter, RoundRobinIsClosed, RoundRobinsAreNotAllowed
from storyhold.stories.rules import KEPT_FOR
from tests.cast import change_rules, make_chapter, make_member, make_story


@pytest.fixture
def cora():
    return make_member("Cora")


@pytest.fixture
def story(ada):
    story = make_story(author=ada, public=True)
    open_round_robin(story)
    return story


@pytest.fixture
def bens(story, ben):
    return make_chapter(story, author=ben, public=True, title="Ben’s")


def order(story):
    return list(story.chapters.filter(deleted_at=None).values_list("title", flat=True))


def test_it_is_open_to_members_while_it_is_public(story, ada, ben):
    assert story in access.stories_open_to(ben)
    assert story in access.stories_writable_by(ben)
    assert story not in access.stories_editable_by(ben)
    assert story not in access.stories_open_to(AnonymousUser())

    close_round_robin(story)
    assert story not in access.stories_writable_by(ben)
    assert story in access.stories_writable_by(ada)

    open_round_robin(story)
    unpublish_story(story)
    assert story not in access.stories_writable_by(ben)


def test_the_house_rules_may_have_none(story, ben):
    change_rules(round_robins_allowed=False)

    assert story not in access.stories_writable_by(ben)
    with pytest.raises(RoundRobinsAreNotAllowed):
        open_round_robin(story)


def test_a_draft_for_it_is_its_writers_alone(story, ada, ben, mo, cora):
    draft = make_chapter(story, author=ben)

    assert draft in access.chapters_visible_to(ben)
    assert draft in access.chapters_editable_by(ben)
    for other in (ada, mo, cora, AnonymousUser()):
        assert draft not in access.chapters_visible_to(other)
        assert draft not in access.chapters_editable_by(other)
        assert draft not in access.chapters_movable_by(other)
        assert draft not in access.chapters_returnable_by(other)


def test_nobody_changes_anothers_chapter(story, bens, ada, ben, mo, cora):
    adas = story.chapters.get(number=1)
    coras = make_chapter(story, author=cora, public=True)

    assert set(access.chapters_editable_by(ada)) == {adas}
    assert set(access.chapters_editable_by(ben)) == {bens}
    assert set(access.chapters_editable_by(cora)) == {coras}
    assert not access.chapters_editable_by(mo).exists()
    assert bens.revisions.get() not in access.revisions_visible_to(ada)


def test_nor_does_a_co_author(story, bens, ben, cora):
    accept_co_authorship(invite_co_author(story, name="Cora"))
    coras = make_chapter(story, author=cora, public=True)

    assert bens not in access.chapters_editable_by(cora)
    assert coras in access.chapters_editable_by(cora)
    assert story.chapters.get(number=1) in access.chapters_editable_by(cora)


def test_the_order_is_the_authors(story, bens, ada, ben):
    assert bens in access.chapters_movable_by(ada)
    assert not access.chapters_movable_by(ben).exists()


def test_a_contributor_is_no_author(story, bens, ben):
    assert not access.is_author(ben, story)
    assert access.is_writer(ben, bens)
    assert story in access.stories_contributed_to_by(ben)
    assert story not in access.stories_editable_by(ben)
    assert not access.invitations_withdrawable_by(ben).exists()


def test_chapters_stand_in_the_order_of_their_publication(story, ada, ben, cora):
    first = make_chapter(story, author=ben, title="Ben’s")
    make_chapter(story, author=cora, title="Cora’s", public=True)
    assert order(story) == ["Part 1", "Cora’s", "Ben’s"]

    make_chapter(story, author=ada, title="Ada’s", public=True)
    publish_chapter(first)
    assert order(story) == ["Part 1", "Cora’s", "Ada’s", "Ben’s"]

    unpublish_chapter(story.chapters.get(title="Cora’s"))
    assert order(story) == ["Part 1", "Ada’s", "Ben’s", "Cora’s"]
    assert [each.number for each in story.chapters.all()] == [1, 2, 3, 4]


def test_its_authors_are_told_once(story, ada, ben):
    chapter = make_chapter(story, author=ben, public=True)
    publish_chapter(unpublish_chapter(chapter))

    told = Notice.objects.get(member=ada)
    assert told.sentence == "Ben added a chapter to “The Piano at Low Water”."
    assert not Notice.objects.filter(member=ben).exists()


def test_an_author_who_adds_a_chapter_is_not_told(story, ada):
    make_chapter(story, author=ada, public=True)

    assert not Notice.objects.exists()


@pytest.mark.parametrize("close", [close_round_robin, unpublish_story, delete_story])
def test_a_draft_stays_one_where_it_is_not_open_any_more(story, ben, close):
    draft = make_chapter(story, author=ben)
    story.refresh_from_db()
    close(story)

    with pytest.raises(RoundRobinIsClosed):
        publish_chapter(draft)

    draft.refresh_from_db()
    assert not draft.is_public


def test_what_was_typed_is_saved_when_publishing_is_refused(story, ben):
    unpublish_story(story)

    with pytest.raises(RoundRobinIsClosed) as refused:
        add_and_publish_chapter(story, Draft(text="Words."), by=ben, signed_by=ben.pen_name)

    assert refused.value.chapter.revisions.get().source == "Words."


def test_publishing_the_story_anew_publishes_no_contributors_draft(story, ben):
    draft = make_chapter(story, author=ben)
    unpublish_story(story)
    story.chapters.filter(number=1).update(is_public=False)

    publish_story(story)

    draft.refresh_from_db()
    assert not draft.is_public


def test_a_chapter_is_given_back_with_all_that_belongs_to_it(story, bens, ada, ben, cora):
    review = write_review(bens, by=cora.pen_name, text="Yes.", rating=8)
    assert bens in access.chapters_returnable_by(ada)
    assert bens in access.chapters_returnable_by(ben)
    assert bens not in access.chapters_returnable_by(cora)
    assert story.chapters.get(number=1) not in access.chapters_returnable_by(ada)

    own = give_back(bens, by=ada)

    bens.refresh_from_db(), story.refresh_from_db(), review.refresh_from_db(), own.refresh_from_db()
    assert (bens.story, bens.number, bens.is_public) == (own, 1, False)
    assert (own.title, own.is_public) == ("Ben’s", False)
    assert own in access.stories_editable_by(ben)
    assert bens.revisions.exists()
    assert (story.chapter_count, story.review_count) == (1, 0)
    assert (review.story, own.review_count) == (own, 1)
    told = Notice.objects.filter(kind="given_back")
    assert [notice.member for notice in told] == [ben]


def test_the_writer_who_takes_it_out_is_not_told(story, bens, ben):
    give_back(bens, by=ben)

    assert not Notice.objects.filter(member=ben).exists()


def test_the_only_public_chapter_stays(story, bens):
    unpublish_chapter(story.chapters.get(number=1))
    bens.refresh_from_db()

    with pytest.raises(LastChapter):
        give_back(bens)


def test_what_others_wrote_outlives_the_story(story, bens, ben):
    delete_story(story)
    assert bens in access.chapters_editable_by(ben)
    assert bens not in access.chapters_visible_to(ben)
    Story.objects.update(deleted_at=story.deleted_at - KEPT_FOR)

    empty_trash()

    own = Story.objects.get()
    assert own in access.stories_editable_by(ben)
    assert own.chapters.get() == bens


def test_a_story_of_ones_own_has_shared_chapters(ada, ben):
    story = make_story(author=ada)
    accept_co_authorship(invite_co_author(story, name="Ben"))

    chapter = add_chapter(story, Draft(text="Words."), by=ben, signed_by=ben.pen_name)

    assert chapter in access.chapters_editable_by(ada)
