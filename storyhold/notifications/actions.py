"""What becomes of a letter."""

from collections.abc import Iterable
from datetime import timedelta
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, QuerySet, Value, When
from django.utils.timezone import now
from django.utils.translation import gettext as _

from storyhold.notifications.models import Letter
from storyhold.notifications.queries import letters_due
from storyhold.notifications.rules import MOST_TRIES, wait_after
from storyhold.prose.one_line import one_line

LONGEST_SUBJECT, LONGEST_REASON = 250, 500
# No letter takes so long to hand over: whoever was carrying it has ended.
LONGEST_WAY = timedelta(minutes=10)


def put_into_the_box(letters: Iterable[Letter]) -> int:
    """Keep letters until they are sent, in the caller's transaction; return how many there were.

    Nothing is kept where the archive has no mail.
    """
    if settings.MAIL.kind == "none":
        return 0
    return len(Letter.objects.bulk_create([_addressed(letter) for letter in letters]))


def _addressed(letter: Letter) -> Letter:
    """Give it a subject of one line, and a name for good: whoever gets it twice can tell."""
    letter.subject = one_line(letter.subject)[:LONGEST_SUBJECT]
    _name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message_id = make_msgid(domain=sender.rpartition("@")[2] or "localhost")
    # So that nobody's machine answers that its owner is on holiday.
    letter.headers = {
        "Message-ID": message_id, "Auto-Submitted": "auto-generated", **letter.headers
    }  # fmt: skip
    return letter


def take_along(letter: Letter) -> bool:
    """Mark a letter as leaving; no if somebody else was faster.

    The try counts from now on: a letter that kills the worker must not be tried for ever.
    """
    still_here = Letter.objects.filter(pk=letter.pk, sent_at=None, given_up_at=None)
    taken = still_here.filter(leaving_at=None).update(leaving_at=now(), tries=F("tries") + 1)
    return bool(taken)


def note_sent(letter: Letter) -> None:
    """Mark a letter as sent, and forget what it said."""
    Letter.objects.filter(pk=letter.pk).update(
        sent_at=now(), leaving_at=None, body="", headers={}, last_error=""
    )


@transaction.atomic
def put_back(letters: QuerySet[Letter], reason: str) -> None:
    """Let letters that were tried wait, the longer the more often they were; or give them up."""
    tired = letters.filter(tries__gte=MOST_TRIES)
    _give_up(tired, reason)
    waits = [
        When(tries=tries, then=Value(now() + wait_after(tries))) for tries in range(1, MOST_TRIES)
    ]
    letters.filter(given_up_at=None).update(
        next_try_at=Case(*waits, default=Value(now())),
        leaving_at=None,
        last_error=reason[:LONGEST_REASON],
    )


@transaction.atomic
def put_all_off(reason: str) -> None:
    """Let all letters wait that might leave now: the mail server is away."""
    due = letters_due()
    due.update(tries=F("tries") + 1)
    put_back(due, reason)


def give_up(letter: Letter, reason: str) -> None:
    """Try a letter no more. It keeps its text, so that an archivist can have it tried again."""
    _give_up(Letter.objects.filter(pk=letter.pk), reason)


def _give_up(letters: QuerySet[Letter], reason: str) -> None:
    letters.update(given_up_at=now(), leaving_at=None, last_error=reason[:LONGEST_REASON])


def try_again(letter: Letter) -> None:
    """Let a letter that was given up leave at the next opportunity, with all its tries."""
    Letter.objects.filter(pk=letter.pk, sent_at=None).update(
        given_up_at=None, tries=0, next_try_at=now()
    )


def settle_unsure() -> None:
    """Decide about letters whose worker ended while it handed them over.

    Perhaps they arrived. News is not sent again; what somebody waits for is.
    """
    lost = Letter.objects.filter(leaving_at__lt=now() - LONGEST_WAY, sent_at=None)
    settle(lost)


@transaction.atomic
def settle(letters: QuerySet[Letter]) -> None:
    """Give up the news among letters that perhaps arrived, and let the others be sent again."""
    reason = _("It is not known whether it arrived: the connection or the archive broke off.")
    _give_up(letters.filter(is_news=True), reason)
    put_back(letters.filter(is_news=False), reason)
