"""Following a story, a series or an author, to hear when there is something new."""

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.bookmarks.models import Subscription, Thing, field_of
from storyhold.bookmarks.queries import makers_of
from storyhold.bookmarks.refusals import IsYourOwn


@transaction.atomic
def subscribe(thing: Thing, *, by: Member) -> Subscription:
    """Follow a story, a series or an author; what is followed already stays so.

    Raises `IsYourOwn`.
    """
    if by in makers_of(thing):
        raise IsYourOwn
    place = {field_of(thing): thing}
    subscription, _is_new = Subscription.objects.get_or_create(
        member=by, **place, defaults={"subscribed_at": now()}
    )
    return subscription


@transaction.atomic
def unsubscribe(thing: Thing, *, by: Member) -> None:
    """Follow it no longer; what was told is kept."""
    Subscription.objects.filter(member=by, **{field_of(thing): thing}).delete()
