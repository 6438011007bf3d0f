"""Handing in what readers have not seen yet, and letting it wait for a moderator."""

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.accounts.queries import moderators
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell, withdraw
from storyhold.stories.access import may_submit
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import PublishingIsClosed, SubmissionsAreClosed


def refuse_while_closed(member: Member) -> None:
    """Raise `SubmissionsAreClosed` to whoever may not begin anything new at this moment."""
    if not may_submit(member):
        raise SubmissionsAreClosed


def has_to_wait(chapter: Chapter, story: Story, *, by: Member | None) -> bool:
    """Whether a chapter that `by` publishes goes to the moderators first; `None` is the archive.

    What readers have seen before may be shown to them again at any time. Raises
    `PublishingIsClosed`.
    """
    was_seen = chapter.published_at is not None and story.published_at is not None
    if by is None or was_seen:
        return False
    if not may_submit(by):
        raise PublishingIsClosed(heading=chapter.heading)
    is_trusted = by.is_moderator or by.is_trusted or story.is_trusted
    return the_archive().new_work_waits and not is_trusted


def hold(chapter: Chapter, story: Story) -> None:
    """Let a draft wait, and tell the moderators, in the caller's transaction."""
    if chapter.held_at is not None:
        return
    chapter.held_at = now()
    chapter.save(update_fields=["held_at"])
    withdraw(f"chapter:{chapter.pk}")  # that it was sent back once is history now
    path = reverse("moderation:held")
    tell(moderators(), "held", about=_about(story), path=path, title=story.title)


def stop_waiting(story: Story, chapter: Chapter | None = None) -> None:
    """Let one chapter of the story, or all of them, be drafts again that nobody waits for."""
    held = story.chapters.filter(held_at__isnull=False)
    one_or_all = held.filter(pk=chapter.pk) if chapter else held
    if one_or_all.update(held_at=None) and not held.exists():
        withdraw(_about(story))


@transaction.atomic
def trust_story(story: Story, *, is_trusted: bool = True) -> None:
    """Let the story's new chapters wait no more, or wait again."""
    story.is_trusted = is_trusted
    story.save(update_fields=["is_trusted"])


def _about(story: Story) -> str:
    """Return how notices call what waits: one for a story, however many chapters it has."""
    return f"held:{story.pk}"
