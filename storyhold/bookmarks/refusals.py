"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class IsYourOwn(Refusal):
    """Nobody keeps their own work, so that numbers are those of readers."""

    message = _("This is your own: you have it anyway. Nothing was changed.")


class CommentIsTooLong(Refusal):
    """More than a comment needs."""

    field = "comment"
    message = _(
        "This has {letters} characters; {most} fit. Nothing was saved, and all of it is still here."
    )


class BookmarkIsGone(Refusal):
    """Removed while this form lay open."""

    message = _(
        "You have removed it in the meantime, perhaps in another tab. What you typed is still "
        "here: copy it if you want to keep it."
    )
