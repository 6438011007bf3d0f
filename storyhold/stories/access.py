"""Who may see a story, and who may change it. Pages fetch through these doors and no others."""

from typing import Any

from django.db.models import Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.stories.models import Authorship, Chapter, Revision, Story
from storyhold.tags.access import gates_of
from storyhold.tags.carriers import carried_by_nothing
from storyhold.tags.models import Tag
from storyhold.tags.rules import Gate, Passed


def stories_visible_to(viewer: Viewer) -> QuerySet[Story]:
    """Return public stories and, for a member, those they write or are invited to write.

    Not what is in the trash; that is behind `stories_in_trash_of`. A draft is seen by its
    authors alone: moderators and archivists keep public things decent, not private ones.
    """
    kept = Story.objects.filter(deleted_at=None)
    if not isinstance(viewer, Member):
        return kept.filter(is_public=True)
    mine = Authorship.objects.filter(pen_name__member=viewer).values("story")
    return kept.filter(Q(is_public=True) | Q(pk__in=mine))


def stories_listed_for(viewer: Viewer) -> QuerySet[Story]:
    """Return what lists, feeds and tag pages show this viewer: public, and not for members only.

    An author's own drafts are on the author's desk, not in the archive's lists.
    """
    listed = Story.objects.filter(deleted_at=None, is_public=True)
    if isinstance(viewer, Member):
        return listed
    return listed.exclude(rating__must_sign_in=True)


def tags_visible_to(viewer: Viewer) -> QuerySet[Tag]:
    """Return the words of closed vocabularies, and those of open ones that listed stories have.

    What an author has put on a draft alone is no secret to that author, and to nobody else.
    """
    shown = Q(kind__is_open=False) | Q(pk__in=_tags_of(stories_listed_for(viewer)))
    if isinstance(viewer, Member):
        shown |= Q(pk__in=_tags_of(stories_editable_by(viewer)))
    return Tag.objects.filter(shown)


def tags_kept_by(member: Viewer) -> QuerySet[Tag]:
    """Return the words an archivist looks after: those that readers see, and those nothing has.

    A word of an open vocabulary that is on drafts alone is their authors' business.
    """
    if not isinstance(member, Member) or not member.is_archivist:
        return Tag.objects.none()
    unused = carried_by_nothing(Tag.objects.all()).values("pk")
    return tags_visible_to(member) | Tag.objects.filter(pk__in=unused)


def _tags_of(stories: QuerySet[Story]) -> QuerySet[Any, Any]:
    return Story.tags.through.objects.filter(story__in=stories).values("tag")


def stories_editable_by(member: Viewer) -> QuerySet[Story]:
    """Return the stories this member signs, drafts and public, not in the trash."""
    return _signed_by(member).filter(deleted_at=None)


def stories_in_trash_of(member: Viewer) -> QuerySet[Story]:
    """Return the deleted stories this member can still bring back."""
    return _signed_by(member).exclude(deleted_at=None)


def _signed_by(member: Viewer) -> QuerySet[Story]:
    if not isinstance(member, Member):
        return Story.objects.none()
    signed = Authorship.objects.filter(pen_name__member=member, accepted_at__isnull=False)
    return Story.objects.filter(pk__in=signed.values("story"))


def chapters_visible_to(viewer: Viewer) -> QuerySet[Chapter]:
    """Return public chapters of public stories and, for a member, all of those they write."""
    kept = Chapter.objects.filter(deleted_at=None, story__deleted_at=None)
    public = Q(is_public=True, story__is_public=True)
    if not isinstance(viewer, Member):
        return kept.filter(public)
    mine = Authorship.objects.filter(pen_name__member=viewer).values("story")
    return kept.filter(public | Q(story__in=mine))


def chapters_editable_by(member: Viewer) -> QuerySet[Chapter]:
    """Return the chapters of the stories this member signs, not in the trash."""
    return Chapter.objects.filter(deleted_at=None, story__in=stories_editable_by(member))


def chapters_in_trash_of(member: Viewer) -> QuerySet[Chapter]:
    """Return deleted chapters of stories that are not deleted themselves."""
    stories = stories_editable_by(member)
    return Chapter.objects.filter(story__in=stories).exclude(deleted_at=None)


def revisions_visible_to(member: Viewer) -> QuerySet[Revision]:
    """Return what was ever saved of the chapters this member may edit."""
    return Revision.objects.filter(chapter__in=chapters_editable_by(member))


def invitations_to(member: Viewer) -> QuerySet[Authorship]:
    """Return the co-authorships offered to this member and not answered yet."""
    if not isinstance(member, Member):
        return Authorship.objects.none()
    offered = Authorship.objects.filter(accepted_at=None, pen_name__member=member)
    return offered.filter(story__deleted_at=None)


def invitations_withdrawable_by(member: Viewer) -> QuerySet[Authorship]:
    """Return the co-authorships offered for this member's stories and not answered yet."""
    stories = stories_editable_by(member)
    return Authorship.objects.filter(accepted_at=None, story__in=stories)


def is_author(viewer: Viewer, story: Story) -> bool:
    """Whether this viewer signs the story. One query, unless its authors are prefetched."""
    if not isinstance(viewer, Member):
        return False
    return any(pen_name.member_id == viewer.pk for pen_name in story.authors_shown)


def gates_before(story: Story, viewer: Viewer, passed: Passed) -> list[Gate]:
    """Return the gates this reader has to pass before the story's text; none for its authors."""
    gates = gates_of(story.rating, passed)
    return [] if gates and is_author(viewer, story) else gates
