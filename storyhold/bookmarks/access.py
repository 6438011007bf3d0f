"""Who may see and change what members keep."""

from django.db.models import Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.bookmarks.models import Bookmark
from storyhold.series.access import series_visible_to
from storyhold.stories.access import stories_listed_for


def public_bookmarks(viewer: Viewer) -> QuerySet[Bookmark]:
    """Return what members keep for everybody to see, of what this viewer may see listed."""
    return _of_what_is_listed(viewer).filter(is_public=True)


def bookmarks_editable_by(member: Viewer) -> QuerySet[Bookmark]:
    """Return what this member keeps, of what they may still see."""
    if not isinstance(member, Member):
        return Bookmark.objects.none()
    return _of_what_is_listed(member).filter(member=member)


def _of_what_is_listed(viewer: Viewer) -> QuerySet[Bookmark]:
    return Bookmark.objects.filter(
        Q(story__in=stories_listed_for(viewer))
        | Q(series__in=series_visible_to(viewer))
        | Q(author__isnull=False)
    )
