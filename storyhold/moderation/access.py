"""Who may read reports, letters and messages and what was decided; and who may be written to."""

from django.db.models import QuerySet

from storyhold.accounts.access import pen_names_visible_to
from storyhold.accounts.models import Member, PenName
from storyhold.accounts.queries import Viewer
from storyhold.moderation.models import Decision, Inquiry, Message, Report
from storyhold.stories.access import chapters_editable_by


def reports_visible_to(viewer: Viewer) -> QuerySet[Report]:
    """Return all reports for those who keep the place decent, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return Report.objects.none()
    return Report.objects.all()


def decisions_visible_to(viewer: Viewer) -> QuerySet[Decision]:
    """Return what became of all that waited, to those who decide; what is deleted is left out."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        return Decision.objects.none()
    return Decision.objects.filter(chapter__deleted_at=None, chapter__story__deleted_at=None)


def letters_to_authors(viewer: Viewer) -> QuerySet[Decision]:
    """Return what was decided on the chapters this member may change."""
    return Decision.objects.filter(chapter__in=chapters_editable_by(viewer))


def inquiries_visible_to(viewer: Viewer) -> QuerySet[Inquiry]:
    """Return all letters to the archive for an archivist: they hold people's addresses."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Inquiry.objects.none()
    return Inquiry.objects.all()


def messages_to(viewer: Viewer) -> QuerySet[Message]:
    """Return the messages this member has got, under any pen name."""
    if not isinstance(viewer, Member):
        return Message.objects.none()
    return Message.objects.filter(recipient__member=viewer)


def pen_names_reachable_by(viewer: Viewer) -> QuerySet[PenName]:
    """Return those to whom this member may write: who wants it and is not banned."""
    if not isinstance(viewer, Member):
        return PenName.objects.none()
    others = pen_names_visible_to(viewer).exclude(member=viewer)
    return others.filter(member__is_active=True, member__takes_messages=True)
