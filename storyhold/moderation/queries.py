"""Reading reports, letters and decisions for a page."""

from typing import TypeVar

from django.db.models import QuerySet

from storyhold.accounts.queries import Viewer
from storyhold.moderation.access import letters_to_authors
from storyhold.moderation.models import Decision, Inquiry, Message, Report
from storyhold.stories.models import Chapter

Kept = TypeVar("Kept", Report, Inquiry)


def in_state(cases: QuerySet[Kept], *, is_open: bool) -> QuerySet[Kept]:
    """Return what is open, or what is settled, newest first, with who wrote it."""
    return cases.filter(settled_at__isnull=is_open).select_related("pen_name")


def with_keepers(cases: QuerySet[Kept]) -> QuerySet[Kept]:
    """Add who wrote it and who settled it."""
    return cases.select_related("pen_name", "settled_by")


def with_names(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Add who wrote to whom; in the same query."""
    return messages.select_related("sender", "recipient")


def latest_decisions(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Return them newest first, with chapter, story and who decided."""
    return decisions.select_related("chapter__story", "decided_by").order_by("-decided_at", "-pk")


def why_sent_back(viewer: Viewer, chapter: Chapter) -> Decision | None:
    """Return the decision for which a chapter of the viewer's is a draft again, if that is why."""
    if chapter.is_public or chapter.held_at:
        return None
    latest = letters_to_authors(viewer).filter(chapter=chapter).first()
    return None if latest is None or latest.is_approval else latest
