"""Who may read news, write it, and comment on it."""

from django.db.models import QuerySet
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.freshness.watching import lasts
from storyhold.news.models import Comment, NewsItem


def news_visible_to(viewer: Viewer) -> QuerySet[NewsItem]:  # noqa: ARG001 — for everybody
    """Return what is public; drafts, and what waits for its day, are in the office."""
    lasts(60)
    return NewsItem.objects.filter(published_at__lte=now())


def news_editable_by(viewer: Viewer) -> QuerySet[NewsItem]:
    """Return all news for those who keep the archive, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return NewsItem.objects.none()
    return NewsItem.objects.all()


def may_comment(viewer: Viewer) -> bool:
    """Whether the archive lets this viewer comment."""
    return isinstance(viewer, Member) and the_archive().news_may_be_commented


def comments_visible_to(viewer: Viewer) -> QuerySet[Comment]:
    """Return the comments on what this viewer may read."""
    return Comment.objects.filter(item__in=news_visible_to(viewer))


def comments_editable_by(viewer: Viewer) -> QuerySet[Comment]:
    """Return the comments this member wrote."""
    if not isinstance(viewer, Member):
        return Comment.objects.none()
    return comments_visible_to(viewer).filter(pen_name__member=viewer)


def comments_deletable_by(viewer: Viewer) -> QuerySet[Comment]:
    """Return the member's own comments; for a moderator, all."""
    if isinstance(viewer, Member) and viewer.is_moderator:
        return comments_visible_to(viewer)
    return comments_editable_by(viewer)


def is_own(viewer: Viewer, comment: Comment) -> bool:
    """Whether `comments_editable_by` holds this comment, which the viewer sees; no query."""
    return isinstance(viewer, Member) and comment.pen_name.member_id == viewer.pk
