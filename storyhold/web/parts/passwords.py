"""Fields for passwords and addresses, wherever an account is made or changed."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member

LONGEST_EMAIL = 254
LONGEST_PASSWORD = 1000


class EmailField(forms.EmailField):
    """An address, in lower case: nobody's mailbox differs by capitals."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("E-mail"))
        widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
        super().__init__(max_length=LONGEST_EMAIL, widget=widget, **options)

    def clean(self, value: Any) -> Any:
        """Return the address in lower case."""
        return super().clean(value).lower()


class PasswordField(forms.CharField):
    """A password; never sent back to the browser."""

    def __init__(self, *, autocomplete: str = "current-password", **options: Any) -> None:
        options.setdefault("label", _("Password"))
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
        super().__init__(max_length=LONGEST_PASSWORD, strip=False, widget=widget, **options)


def new_password_field(label: Any = None) -> PasswordField:
    """Return the field for a password to come, with the rules for it said beforehand."""
    rules = lazy(_rules, str)()
    return PasswordField(label=label or _("Password"), autocomplete="new-password", help_text=rules)


def same_password_field() -> PasswordField:
    """Return the field in which the password to come is typed again."""
    return PasswordField(label=_("The same password again"), autocomplete="new-password")


def _rules() -> str:
    return " ".join(str(rule) for rule in password_validators_help_texts())


class TypedTwice(forms.Form):
    """Forms with a password to come, in `password1` and `password2`."""

    user: Member | None = None

    def clean_password1(self) -> str:
        """Refuse a password that is easy to guess."""
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        """Refuse two passwords that differ."""
        typed = super().clean() or self.cleaned_data
        first, second = typed.get("password1"), typed.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ. Type the same one twice."))
        return typed
