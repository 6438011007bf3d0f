"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class SubjectIsMissing(Refusal):
    """Nothing is left of it once it is cleaned."""

    field = "subject"
    message = _("Say in a few words what it is about. Your text is still here.")


class NothingSaid(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no text yet. Write a few words, then save it again.")


class TextIsTooLong(Refusal):
    """More than fits."""

    field = "text"
    message = _(
        "This has {letters} characters; {most} fit. Nothing was saved, and all of it is still here."
    )


class DayIsMissing(Refusal):
    """To those who have not been here since no day."""

    field = "absent_since"
    message = _("Say since which day they have not signed in.")


class HasBegun(Refusal):
    """What members have in their mailboxes is not changed afterwards."""

    message = _("This letter is under way already. Nothing was changed.")


class NoLetterLeaves(Refusal):
    """No mail, or no address with which its links would begin."""

    message = _(
        "This archive cannot send it: letters leave where STORYHOLD_MAIL and STORYHOLD_ADDRESS "
        "are set. Nothing was sent, and the draft is kept."
    )


class NotTriedYet(Refusal):
    """Nobody has seen it as it arrives."""

    message = _("Send it to yourself first, and read it as it arrives. Nothing was sent.")


class YourAddressIsNotConfirmed(Refusal):
    """Letters go only to confirmed addresses, to archivists as well."""

    message = _("Confirm your own e-mail address first, in your account. Nothing was sent.")
