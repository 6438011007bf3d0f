"""Two deeds in one go, so that either both are done or neither."""

from collections.abc import Callable

from django.db import transaction

from storyhold.accounts.models import Member, PenName
from storyhold.stories.actions.publishing import publish_chapter
from storyhold.stories.actions.submitting import refuse_while_closed
from storyhold.stories.actions.writing import (
    Details,
    Draft,
    add_chapter,
    create_story,
    save_chapter,
)
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import StaysADraft


@transaction.atomic
def begin_story(details: Details, draft: Draft, *, by: PenName) -> Chapter:
    """Begin a story with its first chapter, both as drafts. Return the chapter.

    Raises `SubmissionsAreClosed`, and as `create_story` and `add_chapter` do.
    """
    refuse_while_closed(by.member)
    story = create_story(details, by=by)
    return add_chapter(story, draft, by=by.member, signed_by=by)


def begin_and_publish_story(details: Details, draft: Draft, *, by: PenName) -> Chapter:
    """Begin a story and make it public. Raises as `begin_story` and `publish_chapter`."""
    return _publish_what(lambda: begin_story(details, draft, by=by), by=by.member)


def add_and_publish_chapter(
    story: Story, draft: Draft, *, by: Member, signed_by: PenName
) -> Chapter:
    """Add a chapter at the end and make it public. Raises as the two deeds do."""
    return _publish_what(lambda: add_chapter(story, draft, by=by, signed_by=signed_by), by=by)


def save_and_publish_chapter(
    chapter: Chapter, draft: Draft, *, by: Member, seen_revision: int
) -> Chapter:
    """Save a draft chapter and make it public. Raises as the two deeds do."""
    return _publish_what(
        lambda: save_chapter(chapter, draft, by=by, seen_revision=seen_revision), by=by
    )


def _publish_what(save: Callable[[], Chapter], *, by: Member) -> Chapter:
    """Publish what was saved, or neither; but where `StaysADraft` is raised, it is saved."""
    with transaction.atomic():
        chapter = save()
        try:
            return publish_chapter(chapter, by=by)
        except StaysADraft as refusal:
            refusal.chapter = chapter
            kept = refusal
    raise kept
