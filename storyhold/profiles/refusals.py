"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class LabelIsMissing(Refusal):
    """Nothing but space."""

    field = "label"
    message = _("A field needs a name. Nothing was lost. Type what the profile should say.")


class OptionsAreMissing(Refusal):
    """A choice between less than two."""

    field = "options"
    message = _("A choice needs two answers or more, one on each line. Nothing was lost.")


class TooManyOptions(Refusal):
    """More than anybody would read."""

    field = "options"
    message = _("These are more than {most} answers. Nothing was lost. Leave some out.")


class PatternIsUnfit(Refusal):
    """A handle's address that leads nowhere, or wherever a member likes."""

    field = "pattern"
    message = _(
        "This is no address for it. It begins with https:// and has {name} where the member’s name "
        "belongs, for example https://example.org/users/{name}. Nothing was lost."
    )


class TooManyFields(Refusal):
    """A profile is no questionnaire."""

    message = _("There are {most} fields already. Delete one first; what you typed is still here.")


class AnswerIsUnfit(Refusal):
    """An answer that the field's kind does not take."""

    message = _("“{label}” does not take this answer. Nothing was lost. Choose or type another.")
