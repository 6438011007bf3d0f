"""What is typed about a pen name."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.rules import LONGEST_NAME

LONGEST_BIO = 10_000
LONGEST_WEBSITE = 300


class NewPenName(forms.Form):
    """Another name to sign with."""

    pen_name = forms.CharField(
        label=_("Pen name"),
        max_length=LONGEST_NAME,
        help_text=_("Nobody sees that it is yours as well: pen names are not tied in public."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class PenNameAndProfile(forms.Form):
    """The name itself, and what its profile says."""

    pen_name = forms.CharField(
        label=_("Pen name"),
        max_length=200,  # imported names may be longer than new ones
        help_text=_("When you change it, it changes on everything it signs."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    bio = forms.CharField(
        label=_("About you"),
        max_length=LONGEST_BIO,
        required=False,
        help_text=_("Plain text or simple HTML; *stars* make italics."),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    website = forms.URLField(
        label=_("Website"),
        max_length=LONGEST_WEBSITE,
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "url"}),
    )
