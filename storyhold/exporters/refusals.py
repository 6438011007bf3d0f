"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class BookIsTooLong(Refusal):
    """More words than a file of this kind should have, or this machine should set."""

    message = _(
        "This is {words} words, and a file of this kind holds at most {most} here. Take the "
        "stories along one by one, or another kind of file."
    )


class LettersCannotBeSet(Refusal):
    """The text has letters for which no typeface is here."""

    message = _(
        "This archive has no typeface for some letters of this text, so a PDF would show boxes in "
        "their place. Take the EPUB or the HTML file: they are shown with the typefaces of your "
        "own device."
    )


class PressIsBusy(Refusal):
    """Others are waiting for files already."""

    message = _("Many files are being made just now. Try again in a minute; nothing was changed.")


class PressHasFailed(Refusal):
    """It took too much time or memory, or something is wrong with us."""

    message = _(
        "This file could not be made. The story itself is fine: read it here, or take another kind "
        "of file along. The archive's log says more."
    )
