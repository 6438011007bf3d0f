"""What is typed about what one reads, and what our script sends."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from storyhold.reading.actions.placing import Carried
from storyhold.reading.models import Shelf
from storyhold.reading.rules import (
    HIGHEST_PARAGRAPH,
    LONGEST_MARK,
    MOST_CARRIED,
    MOST_LETTERS,
    Spot,
)
from storyhold.web.parts.fields import Line, LongText

LONGEST_SEARCH = 200


class SpotForm(forms.Form):
    """Where in a chapter a reader stopped."""

    paragraph = forms.IntegerField(min_value=0, max_value=HIGHEST_PARAGRAPH)
    mark = forms.CharField(
        max_length=LONGEST_MARK, required=False, validators=[RegexValidator(r"\A[0-9a-f]+\Z")]
    )
    end = forms.BooleanField(required=False)

    def spot(self) -> Spot:
        """Return what was sent."""
        sent = self.cleaned_data
        return Spot(sent["paragraph"], sent["mark"], sent["end"])


class CarriedForm(SpotForm):
    """One place on a device."""

    chapter = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    read = forms.IntegerField(min_value=0, max_value=2**33)  # seconds

    def carried(self) -> Carried:
        """Return what was sent."""
        sent = self.cleaned_data
        return Carried(sent["chapter"], self.spot(), datetime.fromtimestamp(sent["read"], UTC))


class DeviceForm(forms.Form):
    """All places that a device remembers, as our script keeps them."""

    places = forms.JSONField()

    def clean_places(self) -> list[Carried]:
        """Return those that can be read; a damaged one keeps no other from coming along."""
        sent = self.cleaned_data["places"]
        if not isinstance(sent, list) or len(sent) > MOST_CARRIED:
            raise ValidationError(_("What this device remembers could not be read."))
        return list(_readable(sent))


def _readable(places: list[Any]) -> Iterator[Carried]:
    for place in places:
        form = CarriedForm(place) if isinstance(place, dict) else CarriedForm({})
        if form.is_valid():
            yield form.carried()


class ShelfForm(forms.Form):
    """The shelf to which a story moves."""

    shelf = forms.ChoiceField(choices=Shelf.choices)


class NoteForm(forms.Form):
    """A note about a story, for nobody else."""

    note = LongText(
        longest=MOST_LETTERS,
        rows=5,
        label=_("My note"),
        required=False,
        help_text=_("Nobody but you sees it."),
    )


class SearchForm(forms.Form):
    """What of the history is shown."""

    words = Line(longest=LONGEST_SEARCH, label=_("Title, author or note"), required=False)
    shelf = forms.ChoiceField(
        label=_("Shelf"), required=False, choices=[("", _("All")), *Shelf.choices]
    )
    ahead = forms.BooleanField(label=_("Only with chapters I have not read"), required=False)
