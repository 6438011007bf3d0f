"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class NothingSaid(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no text yet. Write a few words, then send it again.")


class TextIsTooLong(Refusal):
    """More than fits."""

    field = "text"
    message = _(
        "This has {letters} characters; {most} fit. Nothing was sent, and all of it is still here."
    )


class SubjectIsMissing(Refusal):
    """Nothing is left of it once it is cleaned."""

    field = "subject"
    message = _("Say in a few words what it is about. Your text is still here.")


class NotOurPage(Refusal):
    """Not an address of this archive."""

    field = "path"
    message = _("This is no page of the archive. Copy its address from your browser.")


class NoWayToAnswer(Refusal):
    """A guest without an address."""

    field = "email"
    message = _("Leave an address, so that you can be answered. Your text is still here.")


class TakesNoMessages(Refusal):
    """Switched off, or banned, while the form lay open."""

    message = _("{name} takes no messages. What you typed is still here: copy it if you want.")


class WaitsNoLonger(Refusal):
    """Decided by another moderator, withdrawn by its author, or deleted."""

    message = _("{heading} does not wait any more: somebody was quicker. Nothing was changed.")


class ChangedWhileRead(Refusal):
    """What would be approved is not what the moderator has read."""

    message = _(
        "{heading} was changed while you read it. It stands above as it is now; nothing was "
        "decided. Read it again, please."
    )
