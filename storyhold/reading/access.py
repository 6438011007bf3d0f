"""Who may see what is remembered: whoever it is about, and of stories they may still see."""

from django.db.models import Exists, OuterRef, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.reading.models import Progress
from storyhold.stories.access import stories_visible_to


def progress_of(member: Viewer) -> QuerySet[Progress]:
    """Return what this member remembers, of stories they may still see."""
    if not isinstance(member, Member):
        return Progress.objects.none()
    visible = stories_visible_to(member).filter(pk=OuterRef("story"))
    return Progress.objects.filter(Exists(visible), member=member)
