"""Telling members that the archive has moved, and how its letters are worded."""

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.claims.models import Announcement, Told, Wording
from storyhold.claims.queries import announcement_under_way, members_to_tell
from storyhold.claims.wording import LETTERS, letter_to, subject_of, wording_of
from storyhold.notifications.actions import put_into_the_box
from storyhold.notifications.models import Letter

AT_ONCE = 100  # letters; other letters find their way between them


@transaction.atomic
def word(texts: Mapping[str, str]) -> None:
    """Keep how letters are worded. One left empty, or as ours, is ours again."""
    for letter, text in texts.items():
        own = text.replace("\r\n", "\n").strip()
        if own in ("", str(LETTERS[letter].text)):
            Wording.objects.filter(letter=letter).delete()
        else:
            Wording.objects.update_or_create(letter=letter, defaults={"text": own})


@transaction.atomic
def announce(*, address: str) -> None:
    """Begin to write to all who were not here since the archive moved; the worker goes on.

    `address` is the archive's own, without a slash at its end.
    """
    if announcement_under_way() is None:
        Announcement.objects.create(address=address)


@transaction.atomic
def write_some_letters() -> int:
    """Write the next letters of an announcement; return how many. None: it has ended.

    Who is told and the letters are one transaction: nobody is written to twice.
    """
    announcement = Announcement.objects.select_for_update().filter(ended_at=None).first()
    if announcement is None:
        return 0
    members = list(members_to_tell().prefetch_related("pen_names")[:AT_ONCE])
    Told.objects.bulk_create(Told(member=member) for member in members)
    wording = wording_of("moved")
    put_into_the_box(_letter(member, wording, announcement.address) for member in members)
    if len(members) < AT_ONCE:
        announcement.ended_at = now()
        announcement.save(update_fields=["ended_at"])
    return len(members)


def _letter(member: Member, wording: str, address: str) -> Letter:
    names = [name.name for name in member.pen_names.all() if name.is_default]
    facts = {
        "name": "".join(names),
        "address": f"{address}/",
        "sign_in": f"{address}{reverse('account_login')}",
        "new_password": f"{address}{reverse('account_reset_password')}",
    }
    body = letter_to(wording, facts)
    return Letter(to=member.email, subject=subject_of("moved"), body=body, is_news=True)
