"""Asking to leave, staying after all, and leaving."""

import logging

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import now

from storyhold.accounts.actions import refuse_last_archivist
from storyhold.accounts.models import Member, PenName
from storyhold.accounts.refusals import LastArchivist
from storyhold.bookmarks.actions.keeping import refresh_bookmark_counter
from storyhold.leaving.belongings import forget_belongings
from storyhold.leaving.models import Departure, Stories
from storyhold.leaving.orphanage import orphanage
from storyhold.leaving.rules import GRACE
from storyhold.leaving.signatures import sign_all_with, without_signatures
from storyhold.series.models import Series
from storyhold.stories.access import chapters_written_by
from storyhold.stories.actions.news import announce
from storyhold.stories.models import Authorship, Chapter, Story

log = logging.getLogger(__name__)


@transaction.atomic
def ask_to_leave(member: Member, *, stories: str) -> Departure:
    """Note that the member leaves when the days of grace are over; asking again begins them anew.

    `stories` is one of `Stories`. Raises `LastArchivist`.
    """
    refuse_last_archivist(member)
    departure, _created = Departure.objects.update_or_create(
        member=member, defaults={"stories": stories, "asked_at": now()}
    )
    return departure


def stay(member: Member) -> None:
    """Forget that the member asked to leave."""
    Departure.objects.filter(member=member).delete()


def complete_departures() -> None:
    """Let those go whose days of grace are over."""
    for departure in Departure.objects.filter(asked_at__lte=now() - GRACE):
        try:
            leave(departure)
        except LastArchivist:
            log.warning("Member %d stays: nobody else has the keys", departure.member_id)


@transaction.atomic
def leave(departure: Departure) -> None:
    """Do with the stories as the member chose, and remove the account.

    What nobody but the member could see (drafts, the trash) is deleted in any case, and a story
    written with others stays theirs. Raises `LastArchivist`.
    """
    member = departure.member
    refuse_last_archivist(member)
    written = list(_written_by(member))
    kept = list(Story.objects.filter(bookmarks__member=member))
    _works_to_delete(member, everything=departure.stories == Stories.DELETE).delete()
    _unseen_contributions(member).delete()
    if departure.stories == Stories.DELETE:
        Series.objects.filter(owner__member=member).delete()
    if departure.stories == Stories.KEEP_NAMED:
        _leave_names(member)
    else:
        sign_all_with(orphanage(), old=member.pen_names.all())
        member.delete()
    for story in Story.objects.filter(pk__in=[story.pk for story in kept]):
        refresh_bookmark_counter(story)
    for story in Story.objects.filter(pk__in=[story.pk for story in [*written, *kept]]):
        announce(story)


def _written_by(member: Member) -> QuerySet[Story]:
    signed = Authorship.objects.filter(pen_name__member=member, accepted_at__isnull=False)
    return Story.objects.filter(pk__in=signed.values("story"))


def _works_to_delete(member: Member, *, everything: bool) -> QuerySet[Story]:
    others = PenName.objects.exclude(member=member)
    written_with = Authorship.objects.filter(pen_name__in=others, accepted_at__isnull=False)
    added_to = Chapter.objects.filter(signed_by__in=others)
    alone = _written_by(member).exclude(
        Q(pk__in=written_with.values("story")) | Q(pk__in=added_to.values("story"))
    )
    unseen = Q(is_public=False) | Q(deleted_at__isnull=False)
    return alone if everything else alone.filter(unseen)


def _unseen_contributions(member: Member) -> QuerySet[Chapter]:
    """Return the drafts, and what is in the trash, that the member wrote for round robins."""
    own = chapters_written_by(member).filter(is_writers_own=True)
    return own.filter(Q(is_public=False) | Q(deleted_at__isnull=False))


def _leave_names(member: Member) -> None:
    """Empty the account; what remains of it are the names that sign something."""
    forget_belongings(member)
    without_signatures(member.pen_names.all()).delete()
    kept = list(member.pen_names.all())
    if not kept:
        member.delete()
        return
    member.pen_names.update(bio_source="", bio_html="", website="", is_default=False)
    PenName.objects.filter(pk=kept[0].pk).update(is_default=True)
    # A new row in all but its number: role, password and choices are gone.
    emptied = Member(pk=member.pk, email=f"left-{member.pk}@archive.invalid", is_active=False)
    emptied.joined_at, emptied.left_at = member.joined_at, now()
    emptied.set_unusable_password()
    emptied.save()
