"""What is shouted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.shoutbox.refusals import NothingShouted
from storyhold.shoutbox.rules import LONGEST_NAME, LONGEST_SHOUT
from storyhold.web.parts.fields import Line
from storyhold.web.parts.guests import TrapForm
from storyhold.web.parts.signing import SignedForm


class ShoutText(forms.Form):
    """The words."""

    text = Line(
        longest=LONGEST_SHOUT,
        label=_("A few words"),
        error_messages={"required": NothingShouted.message},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class MembersShout(ShoutText, SignedForm):
    """A shout by a member."""


class GuestsShout(ShoutText, TrapForm):
    """A shout by a guest."""

    guest_name = Line(
        longest=LONGEST_NAME,
        label=_("Your name"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    field_order = ["guest_name", "text", "homepage"]


class ClearingAway(forms.Form):
    """How old a shout must be to go."""

    days = forms.IntegerField(
        label=_("Delete what is older than so many days"), min_value=0, max_value=36_500
    )
