"""What is typed about a field of profiles."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.profiles.models import Kind
from storyhold.profiles.refusals import LabelIsMissing
from storyhold.profiles.rules import LONGEST_LABEL
from storyhold.web.parts.fields import Line, LongText


class FieldForm(forms.Form):
    """A question that every profile may answer."""

    label = Line(
        longest=LONGEST_LABEL,
        label=_("Name"),
        help_text=_("As profiles show it: “Favorite book”, “At Dreamwidth”."),
        error_messages={"required": LabelIsMissing.message},
    )
    kind = forms.ChoiceField(
        label=_("What does it hold?"),
        choices=Kind.choices,
        initial=Kind.TEXT,
        widget=forms.RadioSelect,
    )
    options = LongText(
        longest=10_000,
        label=_("Answers to choose from"),
        required=False,
        help_text=_("One on each line. For a choice alone."),
    )
    pattern = Line(
        longest=300,
        label=_("Address of a name at another site"),
        required=False,
        help_text=_(
            "With {name} where the member’s name belongs: https://example.org/users/{name}. "
            "For such names alone."
        ),
    )
    is_shown = forms.BooleanField(
        label=_("Profiles have this field"),
        required=False,
        initial=True,
        help_text=_("Switched off, it is not asked and not shown, and what was answered is kept."),
    )
