"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class TagRefusal(Refusal):
    """A no about one vocabulary; a form names its field `tags_` and the key of the kind."""

    def __init__(self, *, key: str, kind: str, **facts: object) -> None:
        super().__init__(key=key, kind=kind, **facts)
        self.field = f"tags_{key}"


class NoSuchTag(TagRefusal):
    """The vocabulary is the archive's, and does not have this word."""

    message = _(
        "“{name}” is not among the {kind}. Nothing was lost. Choose from the list, or "
        "ask a moderator to add it."
    )


class TooManyTags(TagRefusal):
    """More than the kind, or anybody, needs."""

    message = _("A story can have at most {most} of the {kind}. Nothing was lost. Remove some.")


class TagIsMissing(TagRefusal):
    """The kind is required."""

    message = _("Choose at least one of the {kind}. Nothing was lost.")
