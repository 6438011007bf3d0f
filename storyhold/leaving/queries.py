"""Reading who is about to leave."""

from storyhold.accounts.models import Member
from storyhold.leaving.models import Departure


def departure_of(member: Member) -> Departure | None:
    """Return the member's departure, if they have asked to leave."""
    return Departure.objects.filter(member=member).first()
