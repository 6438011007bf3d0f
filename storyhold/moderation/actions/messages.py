"""Writing to another member."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member, PenName
from storyhold.archive.queries import the_archive
from storyhold.moderation.actions.words import clean_subject, clean_text
from storyhold.moderation.models import Message
from storyhold.moderation.refusals import TakesNoMessages
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.plain_text import plain_text


@transaction.atomic
def send_message(
    to: PenName, *, by: PenName, subject: str, text: str, show_address: bool = False
) -> Message:
    """Write to another member: in the archive, and as a letter where mail leaves.

    The letter can be answered by mail only where the sender agrees, with `show_address`.
    Raises `TakesNoMessages`, `SubjectIsMissing`, `NothingSaid`, `TextIsTooLong`.
    """
    if not Member.objects.filter(pk=to.member_id, is_active=True, takes_messages=True).exists():
        raise TakesNoMessages(name=to.name)
    message = Message.objects.create(
        sender=by,
        recipient=to,
        subject=clean_subject(subject),
        source=text,
        html=clean_text(text),
        sent_at=now(),
    )
    path = message.get_absolute_url()
    tell([to.member], "message", about=message.about, path=path, sender=by.name)
    _post(message, answer_to=by.member.email if show_address else "")
    return message


def _post(message: Message, *, answer_to: str) -> None:
    archive = the_archive().name
    EmailMessage(
        subject=f"[{archive}] {message.subject}",
        body=_letter(message, archive=archive, can_be_answered=bool(answer_to)),
        to=[message.recipient.member.email],
        headers={"Reply-To": answer_to} if answer_to else {},
    ).send()


def _letter(message: Message, *, archive: str, can_be_answered: bool) -> str:
    names = {
        "sender": message.sender.name,
        "recipient": message.recipient.name,
        "archive": archive,
    }
    head = _("%(sender)s writes to you, %(recipient)s, through %(archive)s:") % names
    if can_be_answered:
        foot = _("If you answer this letter, %(sender)s gets your answer, and sees your address.")
    else:
        foot = _("Answer in the archive: %(sender)s does not see your address, nor you theirs.")
    return f"{head}\n\n{plain_text(message.html)}\n\n-- \n{foot % names}\n"


@transaction.atomic
def delete_message(message: Message) -> None:
    """Throw a message away, with what was told of it."""
    withdraw(message.about)
    message.delete()
