"""Who sees what: drafts, trash, revisions, invitations."""

import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.stories import access
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.trash import delete_chapter, delete_story
from tests.cast import make_chapter, make_story


def test_a_draft_is_seen_by_its_authors_alone(ada, ben, mo, wren):
    draft = make_story(author=ada)
    chapter = draft.chapters.get()

    assert draft in access.stories_visible_to(ada)
    assert chapter in access.chapters_visible_to(ada)
    for other in (ben, mo, wren, AnonymousUser()):
        assert draft not in access.stories_visible_to(other)
        assert chapter not in access.chapters_visible_to(other)
        assert draft not in access.stories_editable_by(other)
        assert chapter not in access.chapters_editable_by(other)


def test_a_draft_chapter_of_a_public_story_is_seen_by_its_authors_alone(ada, ben, mo):
    story = make_story(author=ada, public=True)
    draft = make_chapter(story, author=ada)

    assert draft in access.chapters_visible_to(ada)
    for other in (ben, mo, AnonymousUser()):
        assert draft not in access.chapters_visible_to(other)
        assert story in access.stories_visible_to(other)


def test_a_public_chapter_of_an_unpublished_story_is_not_seen(ada, ben):
    from storyhold.stories.actions.publishing import unpublish_story

    story = unpublish_story(make_story(author=ada, public=True))

    assert not access.chapters_visible_to(ben).filter(story=story).exists()
    assert access.chapters_visible_to(ada).filter(story=story).exists()


def test_an_author_does_not_find_drafts_in_the_archives_lists(ada):
    draft = make_story(author=ada)

    assert draft not in access.stories_listed_for(ada)


def test_who_is_invited_reads_and_does_not_write(ada, ben):
    draft = make_story(author=ada)

    invite_co_author(draft, name="Ben")

    assert draft in access.stories_visible_to(ben)
    assert draft.chapters.get() in access.chapters_visible_to(ben)
    assert draft not in access.stories_editable_by(ben)
    assert not access.is_author(ben, draft)


def test_who_has_accepted_writes(ada, ben):
    draft = make_story(author=ada)

    accept_co_authorship(invite_co_author(draft, name="Ben"))

    assert draft in access.stories_editable_by(ben)
    assert draft.chapters.get() in access.chapters_editable_by(ben)
    assert access.is_author(ben, draft)


def test_what_is_in_the_trash_is_only_there(ada, ben):
    story = make_story(author=ada, public=True)

    delete_story(story)

    assert story in access.stories_in_trash_of(ada)
    assert story not in access.stories_in_trash_of(ben)
    for viewer in (ada, ben, AnonymousUser()):
        assert story not in access.stories_visible_to(viewer)
        assert story not in access.stories_listed_for(viewer)
        assert story not in access.stories_editable_by(viewer)
        assert not access.chapters_visible_to(viewer).exists()


def test_a_deleted_chapter_is_its_authors_trash(ada, ben):
    story = make_story(author=ada, public=True, chapters=2)
    chapter = story.chapters.get(number=1)

    delete_chapter(chapter)

    assert chapter in access.chapters_in_trash_of(ada)
    assert chapter not in access.chapters_in_trash_of(ben)
    assert chapter not in access.chapters_visible_to(ada)
    assert chapter not in access.chapters_editable_by(ada)


def test_revisions_are_for_the_authors(ada, ben, mo):
    story = make_story(author=ada, public=True)
    revision = story.chapters.get().revisions.get()

    assert revision in access.revisions_visible_to(ada)
    for other in (ben, mo, AnonymousUser()):
        assert revision not in access.revisions_visible_to(other)


def test_an_invitation_is_answered_by_who_was_invited_and_withdrawn_by_who_invited(ada, ben, mo):
    invitation = invite_co_author(make_story(author=ada), name="Ben")

    assert invitation in access.invitations_to(ben)
    assert invitation in access.invitations_withdrawable_by(ada)
    for other in (mo, AnonymousUser()):
        assert invitation not in access.invitations_to(other)
        assert invitation not in access.invitations_withdrawable_by(other)
    assert invitation not in access.invitations_to(ada)
    assert invitation not in access.invitations_withdrawable_by(ben)


def test_an_accepted_invitation_is_no_invitation_any_more(ada, ben):
    invitation = invite_co_author(make_story(author=ada), name="Ben")

    accept_co_authorship(invitation)

    assert invitation not in access.invitations_to(ben)
    assert invitation not in access.invitations_withdrawable_by(ada)


DOORS = [
    "stories_editable_by",
    "stories_in_trash_of",
    "chapters_editable_by",
    "chapters_in_trash_of",
    "revisions_visible_to",
    "invitations_to",
    "invitations_withdrawable_by",
]


@pytest.mark.parametrize("door", DOORS)
def test_a_guest_gets_through_no_door_of_the_desk(ada, door):
    make_story(author=ada, public=True)

    assert not getattr(access, door)(AnonymousUser()).exists()
