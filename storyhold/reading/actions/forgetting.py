"""Forgetting one story or all, and remembering nothing from now on."""

from storyhold.accounts.actions import remember_reading
from storyhold.accounts.models import Member
from storyhold.reading.models import Progress


def forget(progress: Progress) -> None:
    """Forget a story: the place, the shelf and the note."""
    progress.delete()


def forget_all(member: Member) -> None:
    """Forget every story."""
    Progress.objects.filter(member=member).delete()


def remember_nothing(member: Member) -> None:
    """Note no place any more, until the member wants it again; what is there stays."""
    remember_reading(member, wanted=False)


def remember_again(member: Member) -> None:
    """Note places from now on."""
    remember_reading(member, wanted=True)
