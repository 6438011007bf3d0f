"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class PenNameIsTaken(Refusal):
    """Somebody signs with it, or with one that looks the same."""

    field = "pen_name"
    message = _("“{name}” is taken, or too like a name that is. Nothing was saved. Choose another.")


class PenNameIsUnfit(Refusal):
    """Signs that a name cannot have, or too short or long."""

    field = "pen_name"
    message = _(
        "A pen name has 2 to 60 letters, digits, spaces or . , ' - _ and begins with a letter or "
        "a digit; each of its words keeps to one alphabet. Nothing was saved. Change it and try "
        "again."
    )


class EmailIsTaken(Refusal):
    """Another account has this address."""

    field = "email"
    message = _("There is an account with this address already. Sign in, or reset its password.")


class EmailIsOfTheHouse(Refusal):
    """An address that only the archive itself gives to accounts."""

    field = "email"
    message = _("No letter can reach this address. Nothing was changed. Type one that is yours.")


class LastPenName(Refusal):
    """A member needs one name to sign with."""

    message = _("This is your only pen name, so it stays. Add another one first.")


class PenNameIsInUse(Refusal):
    """Stories, reviews or what its member keeps are signed with it."""

    message = _(
        "“{name}” signs stories or reviews, or what you keep, so it stays. Rename it instead."
    )


class PenNameIsGone(Refusal):
    """Removed while its form lay open."""

    message = _(
        "This pen name was removed in the meantime, perhaps in another tab. What you typed is "
        "still here: copy it if you want to keep it."
    )


class InvitationIsNoGood(Refusal):
    """Used up, expired, or never made."""

    field = "invitation"
    message = _(
        "This invitation was used already, has expired, or was mistyped. Nothing was saved. "
        "Ask for a new one."
    )


class RegistrationIsClosed(Refusal):
    """The archive takes no new members."""

    message = _("This archive takes no new members at present. Reading is open to everyone.")


class LastArchivist(Refusal):
    """Somebody must keep the keys."""

    field = "role"
    message = _(
        "This is the only archivist, so nothing was changed: nobody could get into the office any "
        "more. Make another member archivist first."
    )


class AddressIsYours(Refusal):
    """A change to what it is already."""

    field = "email"
    message = _("This is your address already. Nothing needed to change.")


class TooManyReaderPasswords(Refusal):
    """Nobody has so many e-readers."""

    field = "device"
    message = _("You have {most} passwords for e-readers. None was made. Take one away first.")
