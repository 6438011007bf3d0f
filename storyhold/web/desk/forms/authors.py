"""Who signs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member, PenName
from storyhold.web.parts.fields import Line

LONGEST_NAME = 200


class SignatureForm(forms.Form):
    """One of the member's pen names; nothing to choose for somebody who has one."""

    def __init__(self, *args: Any, member: Member, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pen_names = list(member.pen_names.all())
        if len(self.pen_names) > 1:
            names = [(str(name.pk), name.name) for name in self.pen_names]
            usual = str(member.pen_name.pk)
            self.fields["signature"] = forms.ChoiceField(
                label=_("Sign as"), choices=names, initial=usual
            )

    def pen_name(self) -> PenName:
        """Return the name that was chosen, once it is checked."""
        chosen = self.cleaned_data.get("signature", "")
        by_pk = {str(name.pk): name for name in self.pen_names}
        return by_pk.get(chosen) or self.pen_names[0]


class InviteForm(forms.Form):
    """The pen name of somebody to write with."""

    pen_name = Line(
        label=_("Pen name"),
        longest=LONGEST_NAME,
        help_text=_("Of a name you are not sure of, type a part: you can then choose from a list."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Type the pen name of the member you want to invite.")},
    )
