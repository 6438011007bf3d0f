"""A picture that is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PictureForm(forms.Form):
    """One file."""

    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG, WebP or GIF. It is shown beside the name, as an ornament."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
        error_messages={"empty": _("The file is empty. Nothing was changed. Take another.")},
    )
