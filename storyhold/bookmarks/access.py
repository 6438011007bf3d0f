"""Who may see and change what members keep and follow."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.series.access import series_visible_to
from storyhold.stories.access import stories_listed_for


def public_bookmarks(viewer: Viewer) -> QuerySet[Bookmark]:
    """Return what members keep for everybody to see, of what this viewer may see listed."""
    return Bookmark.objects.filter(_is_listed_for(viewer), is_public=True)


def bookmarks_editable_by(member: Viewer) -> QuerySet[Bookmark]:
    """Return what this member keeps, of what they may still see."""
    if not isinstance(member, Member):
        return Bookmark.objects.none()
    return Bookmark.objects.filter(_is_listed_for(member), member=member)


def subscriptions_of(member: Viewer) -> QuerySet[Subscription]:
    """Return what this member follows, of what they may still see."""
    if not isinstance(member, Member):
        return Subscription.objects.none()
    return Subscription.objects.filter(_is_listed_for(member), member=member)


def _is_listed_for(viewer: Viewer) -> Q:
    story = Exists(stories_listed_for(viewer).filter(pk=OuterRef("story")))
    series = Exists(series_visible_to(viewer).filter(pk=OuterRef("series")))
    return Q(author__isnull=False) | story | series
