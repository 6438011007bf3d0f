"""Approving what waits, and sending it back."""

from django.core.mail import EmailMessage
from django.db import models, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.actions import trust_member
from storyhold.accounts.models import Member
from storyhold.accounts.queries import letter_addresses
from storyhold.archive.queries import the_archive
from storyhold.common.refusal import Refusal
from storyhold.moderation.actions.words import clean_text
from storyhold.moderation.models import Decision
from storyhold.moderation.refusals import ChangedWhileRead, WaitsNoLonger
from storyhold.notices.actions import tell
from storyhold.prose.plain_text import plain_text
from storyhold.stories.access import chapters_held_for
from storyhold.stories.actions.holding import hold_chapter
from storyhold.stories.actions.publishing import publish_chapter, unpublish_chapter
from storyhold.stories.actions.submitting import trust_story
from storyhold.stories.models import Chapter
from storyhold.stories.waiting import members_to_tell, writers_of, written_by


class Trust(models.TextChoices):
    """What a moderator approves together with a chapter."""

    CHAPTER = "chapter", _("This chapter only")
    STORY = "story", _("This story: what else of it waits, and all its new chapters")
    AUTHOR = "author", _("This author: what else of theirs waits, and all their new work")


@transaction.atomic
def approve(
    chapter: Chapter,
    *,
    by: Member,
    seen_revision: int,
    trust: str = Trust.CHAPTER,
    letter: str = "",
) -> None:
    """Show a chapter that waits to readers, as if it were published now, and tell its authors.

    `seen_revision` is the one that was read. Raises `WaitsNoLonger`, `ChangedWhileRead`,
    `TextIsTooLong`, and what `publish_chapter` refuses.
    """
    chapter = _still_waiting(chapter)
    if chapter.revision_number != seen_revision:
        raise ChangedWhileRead(heading=chapter.heading)
    html = clean_text(letter) if letter.strip() else ""
    _publish(chapter, Decision(source=letter, html=html, decided_by=by))
    _extend(trust, chapter)
    for other in _covered(chapters_held_for(by).order_by("story", "number"), trust, chapter):
        try:
            _publish(other, Decision(decided_by=by))
        except Refusal:
            continue  # emptied meanwhile, perhaps: it waits on


@transaction.atomic
def send_back(chapter: Chapter, *, by: Member, letter: str) -> None:
    """Make a chapter that waits a draft again, and tell its authors why.

    Raises `WaitsNoLonger`, `NothingSaid`, `TextIsTooLong`.
    """
    chapter = _still_waiting(chapter)
    decision = Decision(source=letter, html=clean_text(letter), decided_by=by)
    unpublish_chapter(chapter)
    _decide(chapter, decision, is_approval=False)


def _still_waiting(chapter: Chapter) -> Chapter:
    chapter = hold_chapter(chapter.pk)
    if chapter.held_at is None or chapter.deleted_at is not None:
        raise WaitsNoLonger(heading=chapter.heading)
    return chapter


def _publish(chapter: Chapter, decision: Decision) -> None:
    published = publish_chapter(chapter)
    _decide(published, decision, is_approval=True)


def _extend(trust: str, chapter: Chapter) -> None:
    """Trust the chapter's story or its author from now on, where that was chosen."""
    if trust == Trust.STORY:
        trust_story(chapter.story)
    elif trust == Trust.AUTHOR:
        for author in writers_of(chapter):
            trust_member(author, is_trusted=True, may_always_submit=author.may_always_submit)


def _covered(waiting: QuerySet[Chapter], trust: str, chapter: Chapter) -> QuerySet[Chapter]:
    """Return what of `waiting` is trusted together with the chapter."""
    if trust == Trust.STORY:
        return waiting.filter(story=chapter.story)
    if trust == Trust.AUTHOR:
        return written_by(waiting, writers_of(chapter))
    return waiting.none()


def _decide(chapter: Chapter, decision: Decision, *, is_approval: bool) -> None:
    decision.chapter, decision.is_approval, decision.decided_at = chapter, is_approval, now()
    decision.save()
    desk = reverse("desk:chapter", args=[chapter.pk])
    writers = members_to_tell(chapter)
    tell(
        writers,
        "approved" if is_approval else "sent_back",
        about=f"chapter:{chapter.pk}",
        path=reverse("chapters:permanent", args=[chapter.pk]) if is_approval else desk,
        chapter=chapter.heading,
        title=chapter.story.title,
    )
    if decision.html:
        _post(decision, writers)


def _post(decision: Decision, writers: list[Member]) -> None:
    story = decision.chapter.story
    for email, _name in letter_addresses(member.pk for member in writers).values():
        EmailMessage(
            subject=f"[{the_archive().name}] {story.title}",
            body=f"{plain_text(decision.html)}\n",
            to=[email],
        ).send()
