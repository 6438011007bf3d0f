"""Who may see a story, and who may change it. Pages fetch through these doors and no others."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.stories.models import Authorship, Chapter, Revision, Story
from storyhold.tags.access import gates_of
from storyhold.tags.models import Rating, Tag
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
    return Story.objects.filter(is_listed_for(viewer))


def is_listed_for(viewer: Viewer, *, at: str = "") -> Q:
    """Return the condition behind `stories_listed_for`, for rows that hold a story `at="story__"`.

    Asked of each row: where there are many stories and few rows, that is quicker than to look the
    rows up among all stories.
    """
    listed = Q(**{f"{at}deleted_at": None, f"{at}is_public": True})
    if isinstance(viewer, Member):
        return listed
    for_members = Rating.objects.filter(must_sign_in=True)
    return listed & ~Q(**{f"{at}rating__in": for_members.order_by().values("pk")})


def stories_in_the_open() -> QuerySet[Story]:
    """Return what at least every member may see listed: for news, which guests do not get."""
    return Story.objects.filter(deleted_at=None, is_public=True)


def tags_visible_to(viewer: Viewer) -> QuerySet[Tag]:
    """Return the words of closed vocabularies, and those of open ones that listed stories have.

    What an author has put on a draft alone is no secret to that author, and to nobody else.
    """
    shown = Q(kind__is_open=False) | Q(_is_on(stories_listed_for(viewer)))
    if isinstance(viewer, Member):
        shown |= Q(_is_on(stories_editable_by(viewer)))
    return Tag.objects.filter(shown)


def _is_on(stories: QuerySet[Story]) -> Exists:
    """Whether any of the stories has the tag: asked for each, as a page asks for one or a few."""
    return Exists(stories.filter(tags=OuterRef("pk")))


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
    signed = Authorship.objects.filter(pen_name__member=viewer).values("story")
    # What somebody drafts for a round robin is nobody else's yet, not even its starter's.
    shared = Q(story__in=signed) & (Q(is_writers_own=False) | Q(is_public=True))
    own = _own(viewer) & (Q(story__in=signed) | Q(story__is_public=True))
    return kept.filter(public | shared | own)


def chapters_editable_by(member: Viewer) -> QuerySet[Chapter]:
    """Return the chapters whose words this member may change, not in the trash.

    Those of the stories they sign; but a chapter of a round robin is its writer's alone, also
    where the story is in the trash of whoever began it.
    """
    return _chapters_of(member).filter(deleted_at=None)


def chapters_in_trash_of(member: Viewer) -> QuerySet[Chapter]:
    """Return the deleted chapters this member can bring back, of stories that are not deleted."""
    return _chapters_of(member).exclude(deleted_at=None).filter(story__deleted_at=None)


def chapters_written_by(member: Viewer) -> QuerySet[Chapter]:
    """Return all whose words are this member's: public, drafts and in the trash, wherever."""
    if not isinstance(member, Member):
        return Chapter.objects.none()
    return Chapter.objects.filter(
        Q(is_writers_own=False, story__in=_signed_by(member)) | _own(member)
    )


def _chapters_of(member: Viewer) -> QuerySet[Chapter]:
    if not isinstance(member, Member):
        return Chapter.objects.none()
    shared = Q(is_writers_own=False, story__in=stories_editable_by(member))
    return Chapter.objects.filter(shared | _own(member))


def _own(member: Member) -> Q:
    return Q(is_writers_own=True, signed_by__member=member)


def chapters_movable_by(member: Viewer) -> QuerySet[Chapter]:
    """Return the chapters this member sees of the stories they sign: the order is the authors'."""
    return chapters_visible_to(member).filter(story__in=stories_editable_by(member))


def chapters_returnable_by(member: Viewer) -> QuerySet[Chapter]:
    """Return what this member may give back to its writer: from their stories, or their own.

    Not an author's chapter of the author's own story, which is where it belongs.
    """
    if not isinstance(member, Member):
        return Chapter.objects.none()
    from_others = Q(is_public=True, story__in=stories_editable_by(member))
    return contributions().filter(from_others | _own(member), deleted_at=None)


def contributions() -> QuerySet[Chapter]:
    """Return the chapters of round robins by those who do not sign the story."""
    signed = Authorship.objects.filter(
        story=OuterRef("story"),
        pen_name__member=OuterRef("signed_by__member"),
        accepted_at__isnull=False,
    )
    return Chapter.objects.filter(~Exists(signed), is_writers_own=True)


def stories_open_to(member: Viewer) -> QuerySet[Story]:
    """Return the round robins to which this member may add a chapter."""
    if not isinstance(member, Member) or not the_archive().round_robins_allowed:
        return Story.objects.none()
    return Story.objects.filter(deleted_at=None, is_public=True, is_round_robin=True)


def stories_writable_by(member: Viewer) -> QuerySet[Story]:
    """Return the stories to which this member may add a chapter."""
    opened, signed = stories_open_to(member), stories_editable_by(member)
    return Story.objects.filter(Q(pk__in=opened.values("pk")) | Q(pk__in=signed.values("pk")))


def stories_contributed_to_by(member: Viewer) -> QuerySet[Story]:
    """Return the round robins of others for which this member has written, wherever they are."""
    if not isinstance(member, Member):
        return Story.objects.none()
    written = Chapter.objects.filter(_own(member)).values("story")
    return Story.objects.filter(pk__in=written).exclude(pk__in=_signed_by(member).values("pk"))


def may_submit(viewer: Viewer) -> bool:
    """Whether this viewer may begin stories and chapters, and show new ones to readers, now."""
    if not isinstance(viewer, Member):
        return False
    return the_archive().submissions_open or viewer.may_always_submit or viewer.is_moderator


def chapters_held_for(viewer: Viewer) -> QuerySet[Chapter]:
    """Return what waits for a moderator, to those who may decide; no other draft is theirs."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return Chapter.objects.none()
    kept = Chapter.objects.filter(deleted_at=None, story__deleted_at=None)
    return kept.filter(held_at__isnull=False)


def stories_trusted_for(viewer: Viewer) -> QuerySet[Story]:
    """Return the public stories whose chapters do not wait, to those who may change that."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return Story.objects.none()
    return stories_in_the_open().filter(is_trusted=True)


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


def is_writer(viewer: Viewer, chapter: Chapter) -> bool:
    """Whether the chapter is this viewer's own in a round robin; no query if its signer is loaded.

    An author of the story is not asked here: `is_author` says yes for all of its chapters.
    """
    if not isinstance(viewer, Member) or not chapter.is_writers_own or chapter.signed_by is None:
        return False
    return chapter.signed_by.member_id == viewer.pk


def gates_before(story: Story, viewer: Viewer, passed: Passed) -> list[Gate]:
    """Return the gates this reader has to pass before the story's text; none for its authors."""
    gates = gates_of(story.rating, passed)
    return [] if gates and is_author(viewer, story) else gates
