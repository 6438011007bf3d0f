"""Who may read and write the archive's own pages."""

from django.db.models import QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.pages.models import Audience, Link, Page


def pages_visible_to(viewer: Viewer) -> QuerySet[Page]:
    """Return the pages for everybody and, for a member, those for members."""
    if isinstance(viewer, Member):
        return Page.objects.exclude(audience=Audience.NOBODY)
    return Page.objects.filter(audience=Audience.ALL)


def pages_for_members() -> QuerySet[Page]:
    """Return the pages of which guests may know that they are there, behind the sign-in."""
    return Page.objects.filter(audience=Audience.MEMBERS)


def pages_editable_by(viewer: Viewer) -> QuerySet[Page]:
    """Return all pages for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Page.objects.none()
    return Page.objects.all()


def links_editable_by(viewer: Viewer) -> QuerySet[Link]:
    """Return all links for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Link.objects.none()
    return Link.objects.all()
