"""Stories to which any member may add a chapter, which stays theirs."""

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell, withdraw
from storyhold.stories.actions.counting import refresh_counters
from storyhold.stories.actions.news import announce
from storyhold.stories.actions.ordering import close_gaps
from storyhold.stories.actions.publishing import keep_one_public
from storyhold.stories.actions.submitting import stop_waiting
from storyhold.stories.models import Authorship, Chapter, Story
from storyhold.stories.refusals import RoundRobinsAreNotAllowed
from storyhold.stories.signals import chapter_moved


@transaction.atomic
def open_round_robin(story: Story) -> None:
    """Let any member add chapters at the story's end. Raises `RoundRobinsAreNotAllowed`."""
    if not the_archive().round_robins_allowed:
        raise RoundRobinsAreNotAllowed
    _say_whether_open(story, True)


@transaction.atomic
def close_round_robin(story: Story) -> None:
    """Take no more chapters; those it has stay their writers'."""
    _say_whether_open(story, False)


def _say_whether_open(story: Story, is_open: bool) -> None:
    story.is_round_robin = is_open
    story.save(update_fields=["is_round_robin"])
    announce(story)


@transaction.atomic
def give_back(chapter: Chapter, *, by: Member | None = None) -> Story:
    """Take a chapter out of a round robin: it becomes a draft of its writer's, a story of its own.

    Nothing is lost: versions and reviews go along. The writer is told, unless it is the writer
    who asks. Raises `LastChapter` where readers would find no chapter left.
    """
    old = Story.objects.select_for_update().get(pk=chapter.story_id)
    if old.deleted_at is None:
        keep_one_public(old, without=chapter)
    stop_waiting(old, chapter)
    own = _story_of_its_own(chapter, old)
    chapter.story, chapter.number = own, 1
    chapter.is_public = chapter.is_writers_own = False
    chapter.held_at = None
    chapter.save(update_fields=["story", "number", "is_public", "is_writers_own", "held_at"])
    close_gaps(old)
    for story in (old, own):
        refresh_counters(story)
        announce(story)
    withdraw(f"chapter:{chapter.pk}")
    chapter_moved.send(Chapter, chapter=chapter, old_story=old)
    _tell_writer(chapter, old, by=by)
    return own


def _story_of_its_own(chapter: Chapter, old: Story) -> Story:
    own = Story(
        title=chapter.title or old.title,
        language=old.language,
        rating_id=old.rating_id,
    )
    own.file()
    own.save()
    own.tags.set(old.tags.all())
    Authorship.objects.create(story=own, pen_name_id=chapter.signed_by_id, accepted_at=now())
    return own


def _tell_writer(chapter: Chapter, old: Story, *, by: Member | None) -> None:
    writer = chapter.signed_by
    if writer is None or writer.member == by:
        return
    tell(
        [writer.member],
        "given_back",
        about=f"chapter:{chapter.pk}",
        path=reverse("desk:story", args=[chapter.story_id]),
        title=old.title,
    )
