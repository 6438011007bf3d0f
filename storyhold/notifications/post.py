"""The post: where Django's letters go.

A page only drops its letter into the box, in the same transaction as what it did; the worker
carries it out. So a mail server that is slow or down costs nobody their page and loses nothing.
"""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from storyhold.notifications.actions import put_into_the_box
from storyhold.notifications.models import Letter


class Post(BaseEmailBackend):
    """Keep each letter as a row; or drop it, where the archive has no outgoing mail."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Put the letters into the box and return how many there were."""
        return put_into_the_box(
            Letter(
                to=recipient,
                subject=str(message.subject),
                body=str(message.body),
                headers=dict(message.extra_headers),
            )
            for message in email_messages
            for recipient in message.recipients()
        )
