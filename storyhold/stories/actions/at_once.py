"""Two deeds in one go, so that either both are done or neither."""

from django.db import transaction

from storyhold.accounts.models import Member, PenName
from storyhold.stories.actions.publishing import publish_chapter
from storyhold.stories.actions.writing import (
    Details,
    Draft,
    add_chapter,
    create_story,
    save_chapter,
)
from storyhold.stories.models import Chapter, Story


@transaction.atomic
def begin_story(details: Details, draft: Draft, *, by: PenName) -> Chapter:
    """Begin a story with its first chapter, both as drafts. Return the chapter.

    Raises as `create_story` and `add_chapter` do.
    """
    story = create_story(details, by=by)
    return add_chapter(story, draft, by=by.member, signed_by=by)


@transaction.atomic
def begin_and_publish_story(details: Details, draft: Draft, *, by: PenName) -> Chapter:
    """Begin a story and make it public. Raises as `begin_story`, and `ChapterIsEmpty`."""
    return publish_chapter(begin_story(details, draft, by=by))


@transaction.atomic
def add_and_publish_chapter(
    story: Story, draft: Draft, *, by: Member, signed_by: PenName
) -> Chapter:
    """Add a chapter at the end and make it public. Raises as the two deeds do."""
    return publish_chapter(add_chapter(story, draft, by=by, signed_by=signed_by))


@transaction.atomic
def save_and_publish_chapter(
    chapter: Chapter, draft: Draft, *, by: Member, seen_revision: int
) -> Chapter:
    """Save a draft chapter and make it public. Raises as the two deeds do."""
    return publish_chapter(save_chapter(chapter, draft, by=by, seen_revision=seen_revision))
