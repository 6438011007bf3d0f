"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class TooManyBlocks(Refusal):
    """Nobody would find anything."""

    message = _("There are {most} blocks already. Delete one first; what you typed is still here.")


class TextIsMissing(Refusal):
    """A text of one's own, without words."""

    field = "text"
    message = _("Such a block needs a text. Nothing was lost. Type one.")


class DayIsMissing(Refusal):
    """A countdown to nothing."""

    field = "day"
    message = _("A countdown needs a day. Nothing was lost. Type one, such as 2030-12-24.")
