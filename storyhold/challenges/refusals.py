"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class ChallengeTitleIsMissing(Refusal):
    """Nothing but space."""

    field = "title"
    message = _("A challenge needs a title. Nothing was lost. Give it one.")


class ChallengeIsEmpty(Refusal):
    """Not a word of what it asks for."""

    field = "summary"
    message = _("Say what the challenge is, in a sentence or two. Nothing was lost.")


class GuestsMayNotChallenge(Refusal):
    """The house rules keep it to members."""

    message = _(
        "Here, members pose challenges. Yours is still here: copy it, sign in, and send it."
    )
