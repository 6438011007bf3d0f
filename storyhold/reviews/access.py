"""Who may see, write, change, answer and delete reviews."""

from django.db.models import OuterRef, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.reviews.models import Review
from storyhold.reviews.rules import author_may_delete
from storyhold.series.access import series_visible_to
from storyhold.stories.access import (
    chapters_visible_to,
    is_writer,
    stories_listed_for,
    stories_visible_to,
)
from storyhold.stories.counting import any_of


def reviews_visible_to(viewer: Viewer) -> QuerySet[Review]:
    """Return reviews of what this viewer may see.

    Those whose chapter is gone stay with the story.
    """
    # Asked of each review: as lists, the visible chapters of a large archive are read every time.
    story = any_of(stories_visible_to(viewer).filter(pk=OuterRef("story")))
    chapter = any_of(chapters_visible_to(viewer).filter(pk=OuterRef("chapter")))
    series = any_of(series_visible_to(viewer).filter(pk=OuterRef("series")))
    return Review.objects.filter(Q(story, Q(chapter=None) | chapter) | series)


def reviews_listed_for(viewer: Viewer) -> QuerySet[Review]:
    """Return reviews of what this viewer may see listed, for a reader's profile."""
    listed = any_of(stories_listed_for(viewer).filter(pk=OuterRef("story")))
    return reviews_visible_to(viewer).filter(listed | Q(series__isnull=False))


def reviews_editable_by(member: Viewer) -> QuerySet[Review]:
    """Return the reviews this member wrote."""
    if not isinstance(member, Member):
        return Review.objects.none()
    return reviews_visible_to(member).filter(pen_name__member=member)


def reviews_answerable_by(member: Viewer) -> QuerySet[Review]:
    """Return the reviews of what this member signs: stories, series, chapters of round robins."""
    if not isinstance(member, Member):
        return Review.objects.none()
    own_chapter = Q(chapter__is_writers_own=True, chapter__signed_by__member=member)
    return reviews_visible_to(member).filter(_own_work(member) | own_chapter).distinct()


def reviews_deletable_by(member: Viewer) -> QuerySet[Review]:
    """Return the reviews this member may delete.

    Their own; those of their work that the archive lets authors delete; for a moderator, all.
    """
    if not isinstance(member, Member):
        return Review.objects.none()
    visible = reviews_visible_to(member)
    if member.is_moderator:
        return visible
    rule = the_archive().authors_may_delete_reviews
    deletable = Q(pen_name__member=member)
    if author_may_delete(rule, by_guest=True):
        deletable |= _own_work(member) & Q(pen_name=None)
    if author_may_delete(rule, by_guest=False):
        deletable |= _own_work(member)
    return visible.filter(deletable).distinct()


def _own_work(member: Member) -> Q:
    own_story = Q(
        story__authorships__pen_name__member=member,
        story__authorships__accepted_at__isnull=False,
    )
    return own_story | Q(series__owner__member=member)


def may_review(viewer: Viewer) -> bool:
    """Whether the archive lets this viewer write reviews at all."""
    return the_archive().has_reviews and not must_sign_in_to_review(viewer)


def must_sign_in_to_review(viewer: Viewer) -> bool:
    """Whether this viewer could review as a member."""
    archive = the_archive()
    is_guest = not isinstance(viewer, Member)
    return archive.has_reviews and is_guest and not archive.guests_may_review


def may_answer(viewer: Viewer, review: Review, *, is_author: bool) -> bool:
    """Whether `reviews_answerable_by` holds this review, which the viewer sees; no query."""
    return is_author or (review.chapter is not None and is_writer(viewer, review.chapter))


def may_edit(viewer: Viewer, review: Review) -> bool:
    """Whether `reviews_editable_by` holds this review, which the viewer sees; no query."""
    if not isinstance(viewer, Member) or review.pen_name is None:
        return False
    return review.pen_name.member_id == viewer.pk


def may_delete(viewer: Viewer, review: Review, *, is_author: bool) -> bool:
    """Whether `reviews_deletable_by` holds this review, which the viewer sees; no query."""
    if not isinstance(viewer, Member):
        return False
    if viewer.is_moderator or may_edit(viewer, review):
        return True
    rule = the_archive().authors_may_delete_reviews
    return is_author and author_may_delete(rule, by_guest=review.pen_name is None)
