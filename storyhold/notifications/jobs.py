"""Carrying letters out."""

import logging
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

from django.conf import settings
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

log = logging.getLogger(__name__)

# Seconds after which the worker looks after its other chores; then it goes on with the letters.
ROUND = 5.0
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
    with closing(server):
        return _deliver_for_a_while(server)


def _deliver_for_a_while(server: MailServer) -> int:
    sent = 0
    for letter in _due_until(time.monotonic() + ROUND):
        try:
            sent += _deliver(server, letter)
        except NoAnswerError:
            break
    return sent


def _due_until(end: float) -> Iterator[Letter]:
    while time.monotonic() < end and (letter := letters_due().first()):
        if actions.take_along(letter):
            yield letter


def _deliver(server: MailServer, letter: Letter) -> bool:
    """Hand over one letter that was marked as leaving. Raises `NoAnswerError` for the next ones."""
    this_one = Letter.objects.filter(pk=letter.pk)
    try:
        server.take(letter)
    except RefusedError as refusal:
        log.warning("A letter was refused (try %d): %s", letter.tries + 1, refusal)
        if refusal.for_good:
            actions.give_up(letter, str(refusal))
        else:
            actions.put_back(this_one, str(refusal))
        return False
    except NoAnswerError as fault:
        log.warning("A letter could not be sent (try %d): %s", letter.tries + 1, fault)
        actions.put_back(this_one, str(fault))
        raise
    except UnsureError as fault:
        log.warning("A letter may have been sent (try %d): %s", letter.tries + 1, fault)
        actions.settle(this_one)
        raise NoAnswerError(str(fault)) from fault
    actions.note_sent(letter)
    return True


def forget_letters() -> None:
    """Remove letters written more than 30 days ago."""
    Letter.objects.filter(written_at__lt=now() - KEPT).delete()
