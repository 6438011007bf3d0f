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
from storyhold.notifications.rules import MOST_TRIES, Fate, wait_after
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


def take_next() -> Letter | None:
    """Mark the next letter that may leave as leaving, and return it; nobody else gets it.

    In the caller's transaction, after which the letter may be handed over. The try counts from
    now on: a letter that kills the worker must not be tried for ever.
    """
    letter = letters_due().select_for_update(skip_locked=True).first()
    if letter:
        letter.leaving_at, letter.tries = now(), letter.tries + 1
        letter.save(update_fields=["leaving_at", "tries"])
    return letter


def record(letter: Letter, fate: Fate, reason: str = "") -> None:
    """Keep what became of a letter that was leaving, in the caller's transaction."""
    this_one = Letter.objects.filter(pk=letter.pk)
    if fate == Fate.SENT:
        # What it said is forgotten.
        this_one.update(sent_at=now(), leaving_at=None, body="", headers={}, last_error="")
    elif fate == Fate.REFUSED_FOR_GOOD:
        _give_up(this_one, reason)
    elif fate == Fate.NOT_SENT:
        _put_back(this_one, reason)
    else:
        _settle(this_one)


@transaction.atomic
def settle_unsure() -> None:
    """Decide about letters whose worker ended while it handed them over."""
    _settle(Letter.objects.filter(leaving_at__lt=now() - LONGEST_WAY, sent_at=None))


def _settle(letters: QuerySet[Letter]) -> None:
    """Decide about letters that perhaps arrived.

    News is given up, so that nobody gets it twice; what somebody waits for is sent again.
    """
    reason = _("It is not known whether it arrived: the connection or the archive broke off.")
    _give_up(letters.filter(is_news=True), reason)
    _put_back(letters.filter(is_news=False), reason)


def _put_back(letters: QuerySet[Letter], reason: str) -> None:
    """Let letters that were tried wait, the longer the more often they were; or give them up."""
    _give_up(letters.filter(tries__gte=MOST_TRIES), reason)
    waits = [
        When(tries=tries, then=Value(now() + wait_after(tries))) for tries in range(1, MOST_TRIES)
    ]
    letters.filter(given_up_at=None).update(
        next_try_at=Case(*waits, default=Value(now())),
        leaving_at=None,
        last_error=reason[:LONGEST_REASON],
    )


def _give_up(letters: QuerySet[Letter], reason: str) -> None:
    """Try letters no more. They keep their texts: an archivist can have them tried again."""
    letters.update(given_up_at=now(), leaving_at=None, last_error=reason[:LONGEST_REASON])


@transaction.atomic
def put_all_off(reason: str) -> None:
    """Let all letters wait that might leave now: the mail server is away."""
    due = letters_due()
    due.update(tries=F("tries") + 1)
    _put_back(due, reason)


def try_again(letter: Letter) -> None:
    """Let a letter that was given up leave at the next opportunity, with all its tries."""
    Letter.objects.filter(pk=letter.pk, sent_at=None).update(
        given_up_at=None, tries=0, next_try_at=now()
    )
