"""Who composes the pages."""

from django.db.models import QuerySet

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member
from storyhold.blocks.models import Block


def blocks_composed_by(viewer: Viewer) -> QuerySet[Block]:
    """Return all blocks for an archivist, none for others."""
    if not isinstance(viewer, Member) or not viewer.is_archivist:
        return Block.objects.none()
    return Block.objects.all()
