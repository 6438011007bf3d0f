"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class AlreadyClaimed(Refusal):
    """It has an owner, or is not there any more."""

    message = _("This account has been claimed meanwhile. Nothing was changed.")


class LinkIsNoGood(Refusal):
    """Used, expired, replaced by a newer one, or mistyped."""

    message = _("This link has been used or has expired. Nothing was changed.")


class AddressIsAMembers(Refusal):
    """The address belongs to a member, who would then have two accounts with it."""

    field = "email"
    message = _(
        "A member has this address. Nothing was sent. Give these names to that member instead: "
        "that is the form below."
    )


class NobodyIsCalledSo(Refusal):
    """No member with this pen name to whom an account could be joined."""

    field = "pen_name"
    message = _("No member signs as “{name}” who could be given these names. Nothing was changed.")


class NoWayToAnswer(Refusal):
    """A guest left no address."""

    field = "email"
    message = _("Without your address nobody can send you the link. Nothing was lost.")


class NothingSaid(Refusal):
    """A claim without a word about who asks."""

    field = "words"
    message = _("Say how the archivist can know that it is you. Nothing was lost.")
