"""What is asked of who wants to leave."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member
from storyhold.leaving.models import Stories
from storyhold.web.parts.passwords import PasswordField


class Leave(forms.Form):
    """What becomes of the stories; and the password, because this may be somebody else's hand."""

    stories = forms.ChoiceField(
        label=_("What becomes of your stories?"),
        choices=Stories.choices,
        initial=Stories.KEEP_NAMED,
        widget=forms.RadioSelect,
        help_text=_(
            "Your reviews, answers and series stay as your stories do; when those are deleted, "
            "reviews and answers stay without your name, and series go. A story that you wrote "
            "with others stays theirs. Drafts and the trash are deleted in any case."
        ),
    )
    password = PasswordField(label=_("Your password"))

    def __init__(self, *rest: Any, member: Member, **more: Any) -> None:
        super().__init__(*rest, **more)
        self._member = member

    def clean_password(self) -> str:
        """Refuse whoever does not know the password."""
        typed: str = self.cleaned_data["password"]
        if not self._member.check_password(typed):
            raise ValidationError(_("This is not your password. Nothing was changed."))
        return typed
