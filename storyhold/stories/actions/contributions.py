"""Chapters that somebody else than its authors adds to a story."""

from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell
from storyhold.stories.models import Authorship, Chapter, Story
from storyhold.stories.refusals import RoundRobinIsClosed


def takes_chapters(story: Story) -> bool:
    """Whether any member may add a chapter to the story at this moment."""
    is_there = story.is_public and story.deleted_at is None
    return is_there and story.is_round_robin and the_archive().round_robins_allowed


def refuse_unless_open(story: Story, chapter: Chapter) -> None:
    """Raise `RoundRobinIsClosed` for a chapter by somebody who does not sign the story."""
    if chapter.is_writers_own and not takes_chapters(story) and not _signs(story, chapter):
        raise RoundRobinIsClosed(title=story.title)


def _signs(story: Story, chapter: Chapter) -> bool:
    writer = chapter.signed_by
    return writer is not None and any(member.pk == writer.member_id for member in _authors(story))


def _authors(story: Story) -> list[Member]:
    signed = Authorship.objects.filter(story=story, accepted_at__isnull=False)
    return [each.pen_name.member for each in signed.select_related("pen_name__member")]


def tell_of_contribution(chapter: Chapter) -> None:
    """Tell the story's authors of a chapter that somebody else has added."""
    writer, story = chapter.signed_by, chapter.story
    if not chapter.is_writers_own or writer is None:
        return
    tell(
        [member for member in _authors(story) if member.pk != writer.member_id],
        "contribution",
        about=f"chapter:{chapter.pk}",
        path=reverse("chapters:permanent", args=[chapter.pk]),
        writer=writer.name,
        title=story.title,
    )
