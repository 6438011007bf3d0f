"""Asking to leave, staying after all, and leaving."""

import logging

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.actions import refuse_last_archivist
from storyhold.accounts.models import Member, PenName
from storyhold.accounts.refusals import LastArchivist
from storyhold.accounts.rules import HOUSE_DOMAIN
from storyhold.bookmarks.actions.keeping import forget_bookmarks_of
from storyhold.leaving.belongings import forget_belongings
from storyhold.leaving.models import Departure, Stories
from storyhold.leaving.orphanage import orphanage
from storyhold.leaving.rules import GRACE
from storyhold.leaving.signatures import sign_all_with, without_signatures
from storyhold.leaving.works import delete_works, written_by
from storyhold.notices.actions import forget_names
from storyhold.stories.actions.news import announce
from storyhold.stories.models import Authorship

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
    """Let those go whose days of grace are over; who cannot go today keeps nobody else."""
    for departure in Departure.objects.filter(asked_at__lte=now() - GRACE):
        try:
            leave(departure)
        except LastArchivist:
            log.warning("Member %d stays: nobody else has the keys", departure.member_id)
        except Exception:
            log.exception("Member %d could not leave, and tries again", departure.member_id)


@transaction.atomic
def leave(departure: Departure) -> None:
    """Do with the stories as the member chose, and remove the account.

    What nobody but the member could see (drafts, the trash) is deleted in any case, and a story
    written with others stays theirs. Raises `LastArchivist`.
    """
    member = departure.member
    refuse_last_archivist(member)
    written = list(written_by(member))
    delete_works(member, everything=departure.stories == Stories.DELETE)
    Authorship.objects.filter(pen_name__member=member, accepted_at=None).delete()
    forget_bookmarks_of(member)
    if departure.stories == Stories.KEEP_NAMED:
        _leave_names(member)
    else:
        forget_names(member.pen_names.values_list("name", flat=True))
        sign_all_with(orphanage(), old=member.pen_names.all())
        member.delete()
    for story in written:
        announce(story)


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
    emptied = Member(pk=member.pk, email=f"left-{member.pk}@{HOUSE_DOMAIN}", is_active=False)
    emptied.joined_at, emptied.left_at = member.joined_at, now()
    emptied.set_unusable_password()
    emptied.save()
