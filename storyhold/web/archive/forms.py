"""What is typed to set up an archive, and to keep it."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Role
from storyhold.accounts.rules import LONGEST_NAME
from storyhold.archive.models import Registration
from storyhold.archive.refusals import SetUpCodeIsWrong
from storyhold.archive.set_up_code import is_code
from storyhold.web.parts.fields import LongText
from storyhold.web.parts.passwords import (
    EmailField,
    TypedTwice,
    new_password_field,
    same_password_field,
)

LONGEST_CLOSED_WORDS = 5000
NO_WORDS = _("Tell them something: they wonder whether all is lost.")

_WORDS = {"dir": "auto"}
_STORY = re.compile(r"(?:^|/stories/)([0-9]{1,18})(?![0-9])")


class ClosingForm(forms.Form):
    """What others read while the archive is closed."""

    words = LongText(
        label=_("What they read meanwhile"),
        longest=LONGEST_CLOSED_WORDS,
        help_text=_("What is being done, and when they should come again."),
        error_messages={"required": NO_WORDS},
    )

    def clean_words(self) -> str:
        """Refuse an empty page."""
        words: str = self.cleaned_data["words"].strip()
        if not words:
            raise ValidationError(NO_WORDS)
        return words


class SetUp(TypedTwice):
    """All that an archive needs to open."""

    code = forms.CharField(
        label=_("Code from the terminal"),
        max_length=100,
        help_text=_(
            "It stands in the window where the archive was started, and in the file "
            "“set-up-code” in its data folder. So we know that the archive is yours."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Name of the archive"), max_length=100, widget=forms.TextInput(attrs=_WORDS)
    )
    tagline = forms.CharField(
        label=_("What it is, in a few words"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=_WORDS),
    )
    pen_name = forms.CharField(
        label=_("Your pen name"),
        max_length=LONGEST_NAME,
        help_text=_("You are the archivist. You sign with it, and sign in with it."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "nickname"}),
    )
    email = EmailField(label=_("Your e-mail"))
    password1 = new_password_field()
    password2 = same_password_field()
    registration = forms.ChoiceField(
        label=_("Who may become a member?"),
        choices=Registration.choices,
        initial=Registration.OPEN,
        widget=forms.RadioSelect,
    )
    guests_may_review = forms.BooleanField(
        label=_("Readers may review without being members"), required=False
    )
    sample = forms.ChoiceField(
        label=_("What shall be in it?"),
        choices=[
            ("empty", _("Nothing yet: an empty archive")),
            ("sample", _("Some sample stories, to see what it looks like")),
        ],
        initial="empty",
        widget=forms.RadioSelect,
    )

    def clean_code(self) -> str:
        """Refuse whoever does not run the server."""
        code: str = self.cleaned_data["code"]
        if not is_code(code):
            raise ValidationError(str(SetUpCodeIsWrong()))
        return code


class Search(forms.Form):
    """Looking for a member."""

    q = forms.CharField(label=_("Pen name"), max_length=254, required=False)


class NewRole(forms.Form):
    """What a member is trusted with."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)


class Trusting(forms.Form):
    """What a member need not ask for."""

    is_trusted = forms.BooleanField(
        label=_("Their work does not wait for approval"), required=False
    )
    may_always_submit = forms.BooleanField(
        label=_("They may bring new stories and chapters while others may not"), required=False
    )


class NewInvitation(forms.Form):
    """Inviting somebody."""

    note = forms.CharField(
        label=_("For whom?"),
        max_length=200,
        required=False,
        help_text=_("A note to yourself; nobody else sees it."),
        widget=forms.TextInput(attrs=_WORDS),
    )


class ChosenStory(forms.Form):
    """A story by its address or number."""

    story = forms.CharField(label=_("Address or number of the story"), max_length=500)

    def clean_story(self) -> int:
        """Return the story's number."""
        found = _STORY.search(self.cleaned_data["story"])
        if found is None:
            raise ValidationError(
                _("This is no story’s address. Such an address ends like /stories/12-the-title/.")
            )
        return int(found[1])
