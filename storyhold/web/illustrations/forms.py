"""What is sent with a picture."""

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.illustrations.rules import LONGEST_DESCRIPTION
from storyhold.web.parts.fields import Line


class DescriptionForm(forms.Form):
    """What a picture shows."""

    description = Line(
        label=_("What it shows"),
        longest=LONGEST_DESCRIPTION,
        required=False,
        help_text=_("For those who do not see it. Leave it empty if it is an ornament."),
    )


class IllustrationForm(DescriptionForm):
    """A file, and what is in it."""

    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG, WebP or GIF, of which the first frame is kept."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty. Nothing was changed. Take another."),
        },
    )
    field_order = ("picture", "description")
