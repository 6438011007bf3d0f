"""The authors' answers to reviews."""

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.notices.actions import tell, withdraw
from storyhold.reviews.actions.text import clean
from storyhold.reviews.actions.writing import wait_for
from storyhold.reviews.models import Reply, Review
from storyhold.reviews.refusals import HasReply, ReviewIsGone


@transaction.atomic
def reply_to(review: Review, *, by: PenName, text: str) -> Reply:
    """Answer a review as the author, once.

    Raises `HasReply`, `ReviewIsEmpty`, `ReviewIsTooLong`, `ReviewIsGone`.
    """
    # The row first: of two authors who answer at once, the second is told.
    wait_for(review)
    if Reply.objects.filter(review=review).exists():
        raise HasReply
    reply = Reply(review=review, pen_name=by, source=text, html=clean(text), created_at=now())
    reply.save()
    if review.pen_name:
        _tell(review.pen_name.member, reply)
    return reply


def _tell(reader: Member, reply: Reply) -> None:
    tell(
        [reader],
        "reply",
        about=f"reply:{reply.review_id}",
        path=reply.review.get_absolute_url(),
        author=reply.pen_name.name,
        title=reply.review.subject.title,
    )


@transaction.atomic
def edit_reply(reply: Reply, *, text: str) -> None:
    """Change the answer. Raises `ReviewIsEmpty`, `ReviewIsTooLong`, `ReviewIsGone`."""
    wait_for(reply.review)
    if not Reply.objects.filter(pk=reply.pk).exists():
        raise ReviewIsGone
    reply.source, reply.html, reply.edited_at = text, clean(text), now()
    reply.save(update_fields=["source", "html", "edited_at"])


@transaction.atomic
def delete_reply(reply: Reply) -> None:
    """Take the answer back."""
    withdraw(f"reply:{reply.review_id}")
    reply.delete()
