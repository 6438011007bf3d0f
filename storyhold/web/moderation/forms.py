"""What is typed in reports and letters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.moderation.actions.deciding import Trust
from storyhold.moderation.models import Reason
from storyhold.moderation.refusals import NothingSaid, NoWayToAnswer, SubjectIsMissing
from storyhold.moderation.rules import LONGEST_NOTE, LONGEST_PATH, LONGEST_SUBJECT, LONGEST_TEXT
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.parts.guests import TrapForm
from storyhold.web.parts.signing import SignedForm


class LetterText(forms.Form):
    """What a letter says."""

    subject = Line(
        longest=LONGEST_SUBJECT,
        label=_("What is it about?"),
        error_messages={"required": SubjectIsMissing.message},
    )
    text = LongText(
        longest=LONGEST_TEXT,
        rows=8,
        label=_("Your letter"),
        error_messages={"required": NothingSaid.message},
    )


class MembersLetter(LetterText, SignedForm):
    """A letter to the archive by a member."""


class GuestsLetter(LetterText, TrapForm):
    """A letter to the archive by a guest."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("Only the archivists see it, and they answer to it."),
        error_messages={"required": NoWayToAnswer.message},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ["email", "subject", "text", "homepage"]


class MessageForm(LetterText, SignedForm):
    """A letter to another member."""

    show_address = forms.BooleanField(
        label=_("They may answer to my e-mail address"),
        required=False,
        help_text=_("Then they see it. Otherwise they answer here."),
    )


class ReportText(forms.Form):
    """What is wrong with a page."""

    path = Line(longest=LONGEST_PATH, label=_("Which page is it?"))
    reason = forms.ChoiceField(
        label=_("What is the matter?"), choices=Reason.choices, widget=forms.RadioSelect
    )
    text = LongText(
        longest=LONGEST_TEXT,
        rows=5,
        label=_("In your words"),
        help_text=_("Say where on the page, and why. Nobody but the moderators reads it."),
        error_messages={"required": NothingSaid.message},
    )


class MembersReport(ReportText, SignedForm):
    """A report by a member."""


class GuestsReport(ReportText, TrapForm):
    """A report by a guest."""

    field_order = ["path", "reason", "text", "homepage"]


class Settling(forms.Form):
    """What is noted when a case is put away."""

    note = LongText(
        longest=LONGEST_NOTE,
        rows=3,
        required=False,
        label=_("Note"),
        help_text=_("What you did, for whoever looks here later. The sender does not see it."),
    )


class Approval(forms.Form):
    """How far a moderator's trust goes, and what is written to the authors."""

    seen_revision = forms.IntegerField(widget=forms.HiddenInput)
    trust = forms.ChoiceField(
        label=_("What do you approve?"),
        choices=Trust.choices,
        initial=Trust.CHAPTER,
        widget=forms.RadioSelect,
    )
    letter = LongText(
        longest=LONGEST_TEXT,
        rows=8,
        required=False,
        label=_("Your letter"),
        help_text=_("Its authors get it by mail. Without one they find a notice in the archive."),
    )


class SendingBack(forms.Form):
    """Why a chapter does not fit yet."""

    words = LongText(
        longest=LONGEST_TEXT,
        rows=12,
        label=_("What you write to its authors"),
        help_text=_("They get it by mail, and find it beside their text, which is a draft again."),
        error_messages={"required": NothingSaid.message},
    )
