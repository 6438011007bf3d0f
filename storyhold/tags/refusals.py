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


class TagIsGone(Refusal):
    """Deleted or merged by an archivist a moment ago."""

    message = _("The tag “{name}” went away just now. Nothing was lost. Look at the tags again.")


class TagIsClosed(TagRefusal):
    """It stays on what has it, and comes to nothing new."""

    message = _(
        "“{name}” is closed: it is on no list of {kind} to choose from any more. Nothing was lost. "
        "Choose another."
    )


class TooManyTags(TagRefusal):
    """More than the kind, or anybody, needs."""

    message = _("A story can have at most {most} of the {kind}. Nothing was lost. Remove some.")


class TagIsMissing(TagRefusal):
    """The kind is required."""

    message = _("Choose at least one of the {kind}. Nothing was lost.")


class TagNameIsMissing(Refusal):
    """Nothing but space."""

    field = "name"
    message = _("A tag needs a name. Nothing was changed.")


class TagNameIsTooLong(Refusal):
    """Too long to be read in a list."""

    field = "names"
    message = _("“{name}…” has more than {most} letters. Nothing was added. Shorten it.")


class TagIsThereAlready(Refusal):
    """Its place in the vocabulary is taken by another of the same name."""

    field = "name"
    message = _(
        "There is a “{name}” in this place already. Nothing was changed. Merge the two, or choose "
        "another name or place."
    )


class TagWouldHoldItself(Refusal):
    """A circle in the tree."""

    field = "parent"
    message = _(
        "“{name}” stands above “{below}”, so it cannot be put below it. Nothing was changed. Move "
        "“{below}” up first."
    )


class OneTagIsEnough(Refusal):
    """Some things carry several tags of a kind of which one would be allowed."""

    message = _(
        "Of the {kind} a story may have one, and some would have several ({count} in all). Nothing "
        "was changed. Merge tags first, or let stories have several."
    )


class KindIsNotEmpty(Refusal):
    """Its tags would be lost."""

    field = "into"
    message = _("This kind has tags ({count}). Nothing was deleted. Say where they shall go.")


class RatingNameIsTaken(Refusal):
    """Two ratings of one name could not be told apart."""

    field = "name"
    message = _("There is a rating “{name}” already. Nothing was changed. Choose another name.")


class StoriesNeedAnotherRating(Refusal):
    """Without a rating, there would be no gate before them."""

    field = "into"
    message = _("There are stories with it ({count}). Nothing was deleted. Say which they get.")


class RatingIsLaxer(Refusal):
    """Readers would pass where they were stopped before."""

    field = "is_agreed"
    message = _(
        "“{into}” asks less of readers than “{name}” does. Nothing was deleted. Choose a stricter "
        "rating, or say that you mean it."
    )
