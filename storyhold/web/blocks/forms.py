"""What is chosen about a block."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.blocks.models import LONGEST_TITLE, Column, Kind, Place
from storyhold.blocks.rules import LONGEST_TEXT, MOST_THINGS
from storyhold.web.parts.fields import Line, LongText

COUNTED = {
    Kind.FEATURED,
    Kind.NEWEST,
    Kind.UPDATED,
    Kind.RANDOM,
    Kind.NEWS,
    Kind.PEOPLE,
    Kind.SHOUTBOX,
}


class BlockForm(forms.Form):
    """The place of a block, and the options that its kind has."""

    title = Line(
        longest=LONGEST_TITLE,
        label=_("Heading"),
        required=False,
        help_text=_("Empty: what this sort of block is called."),
    )
    place = forms.ChoiceField(
        label=_("Where is it shown?"),
        choices=Place.choices,
        initial=Place.FRONT,
        widget=forms.RadioSelect,
    )
    column = forms.ChoiceField(
        label=_("Where on the first page?"),
        choices=Column.choices,
        initial=Column.MAIN,
        widget=forms.RadioSelect,
    )
    how_many = forms.IntegerField(
        label=_("How many does it show?"), min_value=1, max_value=MOST_THINGS, initial=5
    )
    day = forms.DateField(
        label=_("Which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    text = LongText(longest=LONGEST_TEXT, rows=8, label=_("Text"))

    def __init__(self, kind: str, *rest: Any, **more: Any) -> None:
        super().__init__(*rest, **more)
        if kind not in COUNTED:
            del self.fields["how_many"]
        if kind != Kind.COUNTDOWN:
            del self.fields["day"]
        if kind == Kind.COUNTDOWN:
            self.fields["text"].label = _("What is said on the day")
            self.fields["text"].required = False
        elif kind != Kind.TEXT:
            del self.fields["text"]
