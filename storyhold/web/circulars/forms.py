"""What is typed about letters to the members."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.circulars.actions.wording import Said
from storyhold.circulars.models import Audience, Circular
from storyhold.circulars.refusals import NothingSaid, SubjectIsMissing
from storyhold.circulars.rules import LONGEST_SUBJECT, LONGEST_TEXT
from storyhold.web.parts.fields import Line, LongText


class CircularForm(forms.Form):
    """A letter: what it says, and to whom."""

    subject = Line(
        longest=LONGEST_SUBJECT,
        label=_("Subject"),
        error_messages={"required": SubjectIsMissing.message},
    )
    text = LongText(
        longest=LONGEST_TEXT,
        rows=14,
        label=_("Text"),
        help_text=_("Plain text. Where you write {name}, each member’s pen name stands."),
        error_messages={"required": NothingSaid.message},
    )
    audience = forms.ChoiceField(
        label=_("To whom?"),
        choices=Audience.choices,
        initial=Audience.ALL,
        widget=forms.RadioSelect,
    )
    absent_since = forms.DateField(
        label=_("Not signed in since"),
        required=False,
        help_text=_("Only for the last choice."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    is_about_rules = forms.BooleanField(
        label=_("It is about the rules or terms of the archive"),
        required=False,
        help_text=_(
            "Then it also goes to members who want no letters from the archive, and says why. "
            "Use it for nothing else: whoever gets mail they have declined marks it as spam."
        ),
    )

    @property
    def said(self) -> Said:
        """What was typed, once it is valid."""
        return Said(**self.cleaned_data)


def said_of(circular: Circular) -> dict[str, Any]:
    """Return what the form shows of a draft as it is."""
    return {
        "subject": circular.subject,
        "text": circular.source,
        "audience": circular.audience,
        "absent_since": circular.absent_since,
        "is_about_rules": circular.is_about_rules,
    }
