"""Inviting, accepting, declining, leaving, signing with another name."""

import pytest

from storyhold.stories.actions import authorship
from storyhold.stories.models import Authorship, Story
from storyhold.stories.queries import for_byline, signature_of, signers
from storyhold.stories.refusals import IsAuthorAlready, LastAuthor, NoSuchAuthor
from tests.cast import make_member, make_pen_name, make_story


def names(story):
    return [pen_name.name for pen_name in for_byline(Story.objects).get(pk=story.pk).authors_shown]


@pytest.fixture
def story(ada):
    return make_story(author=ada)


@pytest.fixture
def together(story, ben):
    authorship.accept_co_authorship(authorship.invite_co_author(story, name="Ben"))
    return story


def test_nothing_is_signed_before_they_accept(story, ben):
    invitation = authorship.invite_co_author(story, name=" bEN ")
    assert names(story) == ["Ada"]

    authorship.accept_co_authorship(invitation)
    assert names(story) == ["Ada", "Ben"]


def test_an_invitation_may_be_declined(story, ben):
    authorship.decline_co_authorship(authorship.invite_co_author(story, name="Ben"))

    assert names(story) == ["Ada"]
    assert Authorship.objects.count() == 1


def test_an_invitation_withdrawn_a_moment_ago_stays_withdrawn(story, ben):
    invitation = authorship.invite_co_author(story, name="Ben")
    stale = Authorship.objects.get(pk=invitation.pk)
    authorship.decline_co_authorship(invitation)

    authorship.accept_co_authorship(stale)

    assert names(story) == ["Ada"]


def test_nobody_of_that_name(story):
    with pytest.raises(NoSuchAuthor, match="Nemo"):
        authorship.invite_co_author(story, name="Nemo")


def test_a_banned_member_is_nobody(story):
    make_member("Cleo", active=False)

    with pytest.raises(NoSuchAuthor):
        authorship.invite_co_author(story, name="Cleo")


def test_nobody_is_invited_twice(story, ben):
    authorship.invite_co_author(story, name="Ben")

    with pytest.raises(IsAuthorAlready):
        authorship.invite_co_author(story, name="Ben")


def test_inviting_does_not_tell_which_names_are_one_persons(story, ada):
    make_pen_name(ada, "Secret")

    authorship.invite_co_author(story, name="Secret")

    assert names(story) == ["Ada"]


def test_one_of_two_authors_may_leave(together, ada):
    authorship.leave_story(together, pen_name=ada.pen_name)

    assert names(together) == ["Ben"]


def test_the_last_author_stays(story, ada, ben):
    authorship.invite_co_author(story, name="Ben")

    with pytest.raises(LastAuthor):
        authorship.leave_story(story, pen_name=ada.pen_name)


def test_signing_with_another_name_changes_the_chapters_too(story, ada):
    other = make_pen_name(ada, "A. L.")

    authorship.sign_with(story, old=ada.pen_name, new=other)

    assert names(story) == ["A. L."]
    assert story.chapters.get().signed_by == other
    assert signature_of(ada, story) == other


def test_signing_with_the_same_name_changes_nothing(story, ada):
    authorship.sign_with(story, old=ada.pen_name, new=ada.pen_name)

    assert names(story) == ["Ada"]


def test_signing_with_a_name_that_is_invited_answers_the_invitation(story, ada):
    other = make_pen_name(ada, "A. L.")
    authorship.invite_co_author(story, name="A. L.")

    authorship.sign_with(story, old=ada.pen_name, new=other)

    assert names(story) == ["A. L."]
    assert Authorship.objects.count() == 1


def test_signing_with_a_name_that_signs_already_leaves_one(story, ada):
    other = make_pen_name(ada, "A. L.")
    authorship.accept_co_authorship(authorship.invite_co_author(story, name="A. L."))

    authorship.sign_with(story, old=ada.pen_name, new=other)

    assert names(story) == ["A. L."]


def test_authors_know_each_other_by_the_names_they_sign_with(together, ada, ben):
    make_pen_name(ben, "Ben’s default is nobody’s business")

    known = signers(for_byline(Story.objects).get())

    assert {pk: name.name for pk, name in known.items()} == {ada.pk: "Ada", ben.pk: "Ben"}


def test_a_no_that_comes_after_the_yes_changes_nothing(story, ben):
    invitation = authorship.invite_co_author(story, name="Ben")
    authorship.accept_co_authorship(invitation)

    authorship.decline_co_authorship(invitation)

    assert names(story) == ["Ada", "Ben"]
