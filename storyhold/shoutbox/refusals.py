"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class NothingShouted(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no word in it yet.")


class ShoutIsTooLong(Refusal):
    """It would be a speech."""

    field = "text"
    message = _("This has {letters} characters; {most} fit. It is still here: shorten it.")


class GuestsMayNotShout(Refusal):
    """The archive's setting."""

    message = _("Sign in to write here. Your words are still here.")
