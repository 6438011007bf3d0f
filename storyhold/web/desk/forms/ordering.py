"""Where a chapter goes."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PlaceForm(forms.Form):
    """A place among the chapters."""

    number = forms.IntegerField(
        label=_("Place"),
        error_messages={"required": _("Type the number of a place."),
                        "invalid": _("A place is a whole number.")},
    )  # fmt: skip
