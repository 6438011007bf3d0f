"""What an archivist brings, and how it is to be read."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.importers import incoming


class Bringing(forms.Form):
    """A file that is uploaded."""

    file = forms.FileField(
        label=_("Dump or backup"),
        help_text=_(
            "A dump of the database (.sql, also packed), a backup of the whole web account (.tar, "
            ".zip), the stories folder packed, or the packer’s bundle."
        ),
        error_messages={
            "required": _("Choose a file."),
            "missing": _("The file did not arrive whole. Bring it again, or put it there by FTP."),
            "empty": _("The file is empty. Look at it where it comes from, and bring it again."),
        },
    )


class Beginning(forms.Form):
    """Which files are read, and what they do not say themselves."""

    names = forms.MultipleChoiceField(
        label=_("What is read"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose what is to be read."),
            "invalid_choice": _("That file is not there any more. Choose one of these."),
        },
    )
    site_key = forms.CharField(
        label=_("Site key"),
        max_length=60,
        required=False,
        help_text=_("Only where one database holds several archives; the rehearsal names them."),
    )
    charset = forms.CharField(
        label=_("Character set"),
        max_length=40,
        required=False,
        help_text=_("Of what is not UTF-8, such as windows-1251. Empty: it is found out."),
    )
    zone = forms.CharField(
        label=_("Time zone"),
        max_length=60,
        initial="UTC",
        required=False,
        help_text=_("Where the old server stood, such as Europe/London."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].choices = [(name, name) for name in incoming.names()]  # type: ignore[attr-defined]

    def clean_charset(self) -> str:
        """Refuse what Python cannot read."""
        charset: str = self.cleaned_data["charset"].strip()
        try:
            b"x".decode(charset or "utf-8")
        except (LookupError, ValueError) as unknown:
            raise forms.ValidationError(
                _("There is no such character set. They are called windows-1251 or iso-8859-2.")
            ) from unknown
        return charset

    def clean_zone(self) -> str:
        """Refuse a zone that nobody knows."""
        zone: str = self.cleaned_data["zone"].strip() or "UTC"
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no such time zone. They are called Europe/London or UTC.")
            )
        return zone
