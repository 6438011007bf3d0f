"""Reading reports and letters for a page."""

from typing import TypeVar

from django.db.models import QuerySet

from storyhold.moderation.models import Inquiry, Message, Report

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
