"""Carrying letters out."""

import logging
import smtplib
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.timezone import now

from storyhold.notifications.models import Letter

log = logging.getLogger(__name__)

# After a failure we wait this long, then twice as long, and so on; the last one is two days.
FIRST_WAIT = timedelta(minutes=2)
MOST_TRIES = 12
LETTERS_AT_ONCE = 50


def deliver_letters() -> int:
    """Send what is due by SMTP and return how many letters left."""
    if settings.MAIL.kind != "smtp":
        return 0
    due = Letter.objects.filter(sent_at=None, given_up_at=None, next_try_at__lte=now())
    return sum(_deliver(letter) for letter in due.order_by("next_try_at")[:LETTERS_AT_ONCE])


def _deliver(letter: Letter) -> bool:
    message = EmailMessage(
        letter.subject,
        letter.body,
        settings.DEFAULT_FROM_EMAIL,
        [letter.to],
        headers=letter.headers,
        connection=get_connection("django.core.mail.backends.smtp.EmailBackend"),
    )
    # Counted before the try: a letter that kills the worker must not be tried for ever.
    letter.tries += 1
    letter.next_try_at = now() + FIRST_WAIT * 2 ** (letter.tries - 1)
    letter.save(update_fields=["tries", "next_try_at"])
    try:
        message.send()
    except (OSError, smtplib.SMTPException, ValueError) as failure:
        _note_failure(letter, failure, at=now())
        return False
    letter.sent_at, letter.body, letter.last_error = now(), "", ""
    letter.save(update_fields=["sent_at", "body", "last_error"])
    return True


def _note_failure(letter: Letter, failure: Exception, *, at: datetime) -> None:
    log.warning("A letter could not be sent (try %d): %s", letter.tries, failure)
    letter.last_error = str(failure)[:500]
    if letter.tries >= MOST_TRIES:
        letter.given_up_at, letter.body = at, ""
    letter.save(update_fields=["last_error", "given_up_at", "body"])


def forget_letters() -> None:
    """Remove letters written more than 30 days ago."""
    Letter.objects.filter(written_at__lt=now() - timedelta(days=30)).delete()
