"""What an archivist brings, and how it is to be read."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.importers import incoming
from storyhold.importers.sources.efiction.values.charsets import is_reading

NO_SUCH_SET = _(
    "“%(name)s” names no set of characters. They are called windows-1251, iso-8859-2 or "
    "“utf-8 twice”."
)


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
    encodings = forms.CharField(
        label=_("Other sets"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_(
            "Where the report shows a wrong reading, one on a line: reviews=windows-1251 for a "
            "table, story:7=windows-1252 for a story, reviews:12=utf-8 twice for one value."
        ),
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
        if charset and not is_reading(charset):
            raise forms.ValidationError(NO_SUCH_SET % {"name": charset})
        return charset

    def clean_encodings(self) -> dict[str, str]:
        """Return where what is read how."""
        lines = filter(None, map(str.strip, self.cleaned_data["encodings"].splitlines()))
        encodings = {}
        for line in lines:
            where, _sign, charset = map(str.strip, line.rpartition("="))
            if not where or not is_reading(charset):
                raise forms.ValidationError(NO_SUCH_SET % {"name": line})
            encodings[where] = charset
        return encodings

    def clean_zone(self) -> str:
        """Refuse a zone that nobody knows."""
        zone: str = self.cleaned_data["zone"].strip() or "UTC"
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no such time zone. They are called Europe/London or UTC.")
            )
        return zone
