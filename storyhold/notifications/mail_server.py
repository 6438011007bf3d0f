"""Talking to the mail server: one connection for many letters, and what its answers mean.

smtplib's own `sendmail` cannot tell a letter that did not leave from one of which nobody knows;
so the steps are taken one by one.
"""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from storyhold.notifications.models import Letter

GO_ON, GOOD_BYE = 354, 421


class NoAnswerError(Exception):
    """The server is away; or it went away before it had all of a letter."""


class UnsureError(Exception):
    """The server had all of a letter, and went away before it said that it takes it."""


class RefusedError(Exception):
    """The server does not take a letter: `for_good`, or not now."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.for_good = for_good


class MailServer:
    """A connection to the server that the settings name."""

    def __init__(self) -> None:
        self._backend = EmailBackend()

    def open(self) -> None:
        """Connect and sign in. Raises `NoAnswerError`, whatever the server dislikes about us."""
        with _may_go_away():
            self._backend.open()
            self._smtp.ehlo_or_helo_if_needed()

    def close(self) -> None:
        """Take leave."""
        with suppress(OSError, smtplib.SMTPException):
            self._backend.close()

    def take(self, letter: Letter) -> None:
        """Hand a letter over. Raises `RefusedError`, `NoAnswerError` or `UnsureError`."""
        text = _in_full(letter)
        try:
            with _may_go_away():
                self._announce(letter)
                self._smtp.send(text + b".\r\n")
            self._expect_thanks()
        except RefusedError:
            with suppress(OSError, smtplib.SMTPException):
                self._smtp.rset()
            raise

    @property
    def _smtp(self) -> smtplib.SMTP:
        connection = self._backend.connection
        if connection is None:
            raise smtplib.SMTPServerDisconnected
        return connection

    def _announce(self, letter: Letter) -> None:
        sender = sanitize_address(settings.DEFAULT_FROM_EMAIL, "utf-8")
        # What is wrong with the sender is no fault of this letter: it can be mended.
        _check(self._smtp.mail(sender), for_good=False)
        _check(self._smtp.rcpt(sanitize_address(letter.to, "utf-8")))
        _check(self._smtp.docmd("DATA"), wanted=GO_ON)

    def _expect_thanks(self) -> None:
        try:
            answer = self._smtp.getreply()
        except (OSError, smtplib.SMTPException) as fault:
            raise UnsureError(str(fault)) from fault
        _check(answer)


def _check(answer: tuple[int, bytes], *, wanted: int = 250, for_good: bool = True) -> None:
    """Raise `RefusedError` unless the answer is of the wanted sort."""
    code, words = answer
    if code == GOOD_BYE:
        raise NoAnswerError(words.decode(errors="replace"))
    if code // 100 != wanted // 100:
        reason = f"{code} {words.decode(errors='replace')}"
        raise RefusedError(reason, for_good=for_good and code // 100 == 5)


def _in_full(letter: Letter) -> bytes:
    """Return the letter as it goes over the wire, without the dot that ends it."""
    message = EmailMessage(
        letter.subject,
        letter.body,
        settings.DEFAULT_FROM_EMAIL,
        [letter.to],
        headers=letter.headers,
    )
    try:
        text = message.message().as_bytes()
    except ValueError as fault:  # an address or a header that none can be
        raise RefusedError(str(fault), for_good=True) from fault
    return b"".join(_guarded(line) + b"\r\n" for line in text.splitlines())


def _guarded(line: bytes) -> bytes:
    """Double a dot that begins a line: a dot alone would end the letter."""
    return b"." + line if line.startswith(b".") else line


@contextmanager
def _may_go_away() -> Iterator[None]:
    try:
        yield
    except (OSError, smtplib.SMTPException) as fault:
        raise NoAnswerError(str(fault)) from fault
