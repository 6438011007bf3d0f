"""What is typed about a pen name."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.rules import LONGEST_NAME
from storyhold.profiles.models import Kind, ProfileAnswer, ProfileField
from storyhold.profiles.rules import LONGEST_ANSWER, YES
from storyhold.web.parts.fields import Line

LONGEST_BIO = 10_000
LONGEST_WEBSITE = 300

HELP: dict[str, Any] = {
    Kind.WEBSITE: _("A whole address, with https://."),
    Kind.HANDLE: _("Your name there alone, without the address."),
}


class NewPenName(forms.Form):
    """Another name to sign with."""

    pen_name = forms.CharField(
        label=_("Pen name"),
        max_length=LONGEST_NAME,
        help_text=_("Nobody sees that it is yours as well: pen names are not tied in public."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class PenNameAndProfile(forms.Form):
    """The name itself, and what its profile says; after its own fields, those of the archive."""

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

    def __init__(
        self,
        *rest: Any,
        profile_fields: Sequence[ProfileField] = (),
        answers: Sequence[ProfileAnswer] = (),
        **more: Any,
    ) -> None:
        super().__init__(*rest, **more)
        self._profile_fields = {f"profile_{field.pk}": field for field in profile_fields}
        said = {answer.field_id: answer.text for answer in answers}
        for name, field in self._profile_fields.items():
            self.fields[name] = _form_field(field)
            self.initial[name] = said.get(field.pk, "")

    @property
    def answers(self) -> dict[ProfileField, str]:
        """What was typed into the archive's fields."""
        return {
            field: YES if self.cleaned_data[name] is True else self.cleaned_data[name] or ""
            for name, field in self._profile_fields.items()
        }


def _form_field(field: ProfileField) -> forms.Field:
    if field.kind == Kind.YES:
        return forms.BooleanField(label=field.label, required=False)
    if field.kind == Kind.CHOICE:
        options = [(option, option) for option in field.options_offered]
        return forms.ChoiceField(label=field.label, required=False, choices=[("", "–"), *options])
    said = HELP.get(field.kind, "")
    return Line(longest=LONGEST_ANSWER, label=field.label, required=False, help_text=said)
