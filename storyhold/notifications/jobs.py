"""Carrying letters out."""

import logging
import time
from contextlib import closing
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from storyhold.notifications import actions
from storyhold.notifications.mail_server import (
    MailServer,
    NoAnswerError,
    RefusedError,
    UnsureError,
)
from storyhold.notifications.models import Letter
from storyhold.notifications.queries import letters_due
from storyhold.notifications.quick_commits import quick_commits
from storyhold.notifications.rules import Fate

log = logging.getLogger(__name__)

# Seconds after which the worker looks after its other chores; then it goes on with the letters.
ROUND = 5.0
# A server that puts off so many letters in a row has had enough of us, and is left in peace.
ENOUGH = 5
KEPT = timedelta(days=30)


def deliver_letters() -> int:
    """Send what is due by SMTP, for a while, and return how many letters left."""
    if settings.MAIL.kind != "smtp":
        return 0
    actions.settle_unsure()
    if not letters_due().exists():
        return 0
    server = MailServer()
    try:
        server.open()
    except NoAnswerError as fault:
        log.warning("The mail server does not answer: %s", fault)
        actions.put_all_off(str(fault))
        return 0
    with closing(server), quick_commits():
        return _deliver_for_a_while(server)


def _deliver_for_a_while(server: MailServer) -> int:
    """Hand over one letter after another until none is due, the server is gone, or time is up."""
    end, sent, refusals = time.monotonic() + ROUND, 0, 0
    with transaction.atomic():
        letter = actions.take_next()
    while letter:
        fate, reason, goes_on = _hand_over(server, letter)
        with transaction.atomic():
            actions.record(letter, fate, reason)
            refusals = refusals + 1 if fate == Fate.NOT_SENT else 0
            if refusals == ENOUGH:
                actions.put_all_off(reason)
            letter = actions.take_next() if goes_on and time.monotonic() < end else None
        sent += fate == Fate.SENT
    return sent


def _hand_over(server: MailServer, letter: Letter) -> tuple[Fate, str, bool]:
    """Return what became of a letter, why, and whether the server is there for the next."""
    try:
        server.take(letter)
    except RefusedError as fault:
        fate = Fate.REFUSED_FOR_GOOD if fault.for_good else Fate.NOT_SENT
        why, goes_on = str(fault), True
    except NoAnswerError as fault:
        fate, why, goes_on = Fate.NOT_SENT, str(fault), False
    except UnsureError as fault:
        fate, why, goes_on = Fate.UNSURE, str(fault), False
    else:
        return Fate.SENT, "", True
    log.warning("A letter could not be sent (try %d): %s", letter.tries, why)
    return fate, why, goes_on


def forget_letters() -> None:
    """Remove letters written more than 30 days ago."""
    Letter.objects.filter(written_at__lt=now() - KEPT).delete()
