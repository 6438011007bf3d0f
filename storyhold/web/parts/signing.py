"""Forms that are signed with one of a member's pen names."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member, PenName


class SignedForm(forms.Form):
    """Asks for the pen name where the member has several; `signature` answers in any case."""

    def __init__(self, member: Member, data: QueryDict | None = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.member = member
        self._pen_names = {str(each.pk): each for each in member.pen_names.all()}
        if len(self._pen_names) > 1:
            self.fields["pen_name"] = forms.ChoiceField(
                label=_("Sign as"),
                required=False,
                initial=member.pen_name.pk,
                choices=[(pk, each.name) for pk, each in self._pen_names.items()],
            )
            self.order_fields(["pen_name"])

    @property
    def signature(self) -> PenName:
        """The pen name chosen, or the default."""
        return self._pen_names.get(self.cleaned_data.get("pen_name", ""), self.member.pen_name)
