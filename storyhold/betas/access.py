"""Who may see and change offers, links and notes."""

from django.db.models import Q, QuerySet
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.betas.models import DraftLink, Note, Offer
from storyhold.betas.rules import hash_of
from storyhold.stories.access import (
    chapters_editable_by,
    chapters_visible_to,
    stories_editable_by,
)
from storyhold.stories.models import Chapter


def offers() -> QuerySet[Offer]:
    """Return what members offer to everybody; not those of the banned."""
    return Offer.objects.filter(pen_name__member__is_active=True)


def link_with(token: str) -> DraftLink | None:
    """Return the link with this secret, while it lasts; with its story and who made it."""
    good = DraftLink.objects.filter(withdrawn_at=None, expires_at__gt=now())
    found = good.filter(token_sha256=hash_of(token), made_by__is_active=True)
    with_story = found.select_related("story__rating", "made_by")
    return with_story.prefetch_related("story__authorships__pen_name").first()


def chapters_behind(link: DraftLink) -> QuerySet[Chapter]:
    """Return what a link shows, drafts too: no more than whoever made it may show.

    Nothing once they are no author of it any more, or it is in the trash.
    """
    if link.chapter_id:
        shown = chapters_editable_by(link.made_by).filter(pk=link.chapter_id)
        return shown.filter(story__deleted_at=None)
    visible = chapters_visible_to(link.made_by).filter(story=link.story_id)
    return visible.filter(story__in=stories_editable_by(link.made_by))


def links_kept_by(member: Viewer) -> QuerySet[DraftLink]:
    """Return the links to this member's stories and chapters, whichever author made them."""
    of_stories = Q(chapter=None, story__in=stories_editable_by(member))
    return DraftLink.objects.filter(of_stories | Q(chapter__in=chapters_editable_by(member)))


def notes_to(member: Viewer) -> QuerySet[Note]:
    """Return the notes on chapters this member may change."""
    return Note.objects.filter(chapter__in=chapters_editable_by(member))


def notes_by(member: Viewer) -> QuerySet[Note]:
    """Return the notes this member has left."""
    if not isinstance(member, Member):
        return Note.objects.none()
    return Note.objects.filter(pen_name__member=member)
