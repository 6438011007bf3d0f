"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class NewsTitleIsMissing(Refusal):
    """Nothing is left of the title once it is cleaned."""

    field = "title"
    message = _("Give the news a title. Everything else is still here.")


class NewsIsEmpty(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no text yet. Write a few words, then save it again.")


class CommentIsEmpty(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no text yet. Write a few words, then send it again.")


class TextIsTooLong(Refusal):
    """More than fits."""

    field = "text"
    message = _(
        "This has {letters} characters; {most} fit. Nothing was saved, and all of it is still here."
    )


class CommentsAreClosed(Refusal):
    """The archive's setting."""

    message = _("News cannot be commented on at present. Your text is still here.")


class NewsIsGone(Refusal):
    """Deleted while the form lay open."""

    message = _(
        "It was deleted in the meantime, perhaps in another tab. What you typed is still here: "
        "copy it if you want to keep it."
    )
