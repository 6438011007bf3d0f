"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class PageTitleIsMissing(Refusal):
    """Nothing is left of the title once it is cleaned."""

    field = "title"
    message = _("Give the page a title. Everything else is still here.")


class SlugIsMissing(Refusal):
    """There is no letter in it."""

    field = "slug"
    message = _("Give the page a name of letters or digits for its address, such as “help”.")


class SlugIsTaken(Refusal):
    """Two pages cannot have one address."""

    field = "slug"
    message = _("There is a page at /pages/{slug}/ already. Choose another name, or edit that one.")


class PageIsEmpty(Refusal):
    """There is no word in it."""

    field = "text"
    message = _("There is no text yet. Write a few words, then save it again.")


class PageIsTooLong(Refusal):
    """More than fits."""

    field = "text"
    message = _(
        "This has {letters} characters; {most} fit. Nothing was saved, and all of it is still here."
    )


class PageIsGone(Refusal):
    """Deleted while the form lay open."""

    message = _(
        "It was deleted in the meantime, perhaps in another tab. What you typed is still here: "
        "copy it if you want to keep it."
    )


class LinkTextIsMissing(Refusal):
    """Nothing is left of it once it is cleaned."""

    field = "text"
    message = _("Say in a word or two where the link leads.")


class LinkLeadsNowhere(Refusal):
    """No address, or one that no link may have."""

    field = "address"
    message = _("This is no address. Write one like /news/ or https://example.org/.")
