"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class NoteIsEmpty(Refusal):
    """Not a word."""

    field = "text"
    message = _("There is nothing in it yet. Write a word and send it again.")


class TextIsTooLong(Refusal):
    """More than a note, an answer or an offer holds."""

    field = "text"
    message = _(
        "This has {letters} characters, and {most} fit here. Nothing was saved, and all of it is "
        "still here. Shorten it and send it again."
    )


class TooManyNotes(Refusal):
    """A link has had all the notes it takes."""

    message = _(
        "There are {most} notes by this link already, and it takes no more. Yours is still here: "
        "copy it, and ask the author for another link."
    )
