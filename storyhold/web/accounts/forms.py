"""What is typed at the front door."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.actions import check_pen_name, refuse_house_address
from storyhold.accounts.models import Member
from storyhold.accounts.queries import good_invitation, member_with_email
from storyhold.accounts.refusals import AddressIsYours, EmailIsTaken, InvitationIsNoGood
from storyhold.accounts.rules import LONGEST_NAME, name_key
from storyhold.archive.models import Registration
from storyhold.archive.queries import the_archive
from storyhold.claims.queries import member_asking
from storyhold.common.refusal import Refusal
from storyhold.web.parts.passwords import (
    LONGEST_EMAIL,
    EmailField,
    PasswordField,
    TypedTwice,
    new_password_field,
    same_password_field,
)

LONGEST_CODE = 100


class SignIn(allauth_forms.LoginForm):  # type: ignore[misc]
    """allauth's form, which counts tries, for pen names as well."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {
            "login": forms.CharField(
                label=_("Pen name or e-mail"),
                max_length=LONGEST_EMAIL,
                widget=forms.TextInput(attrs={"autocomplete": "username", "dir": "auto"}),
            ),
            "password": PasswordField(),
            "remember": forms.BooleanField(
                label=_("Stay signed in on this device for 30 days"), required=False
            ),
        }

    def user_credentials(self) -> dict[str, str]:
        """Return who and which password, the same for all ways to write a name.

        Tries are counted by it: otherwise each spelling would have tries of its own.
        """
        typed = self.cleaned_data["login"]
        login = typed.lower() if "@" in typed else name_key(typed)
        return {"username": login, "password": self.cleaned_data["password"]}


class Register(TypedTwice):
    """Becoming a member. What allauth's `SignupView` asks of its form is at the end."""

    pen_name = forms.CharField(
        label=_("Pen name"),
        max_length=LONGEST_NAME,
        help_text=_("What you sign stories and reviews with. You can add others later."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "dir": "auto"}),
    )
    email = EmailField(help_text=_("Nobody sees it but the archivist. It never appears on pages."))
    password1 = new_password_field()
    password2 = same_password_field()

    by_passkey = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        archive = the_archive()
        if archive.registration == Registration.INVITATION:
            self.fields["invitation"] = forms.CharField(
                label=_("Invitation"),
                max_length=LONGEST_CODE,
                help_text=_("The code you were sent."),
            )
            self.order_fields(["invitation"])
        if archive.terms_html:
            self.fields["terms"] = forms.BooleanField(
                label=_("I have read the terms and accept them"),
                error_messages={"required": _("Accept the terms to become a member.")},
            )

    def clean_pen_name(self) -> str:
        """Refuse a name that cannot be had, together with whatever else is wrong."""
        name: str = self.cleaned_data["pen_name"]
        try:
            check_pen_name(name)
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal
        return name

    def clean_email(self) -> str:
        """Refuse an address that has an account.

        Members come in at once, their address confirmed or not, so a newcomer's way cannot look
        the same with an address that is taken. The tries are limited instead.
        """
        email = _not_of_the_house(self.cleaned_data["email"])
        if member_with_email(email):
            raise ValidationError(str(EmailIsTaken(email=email)))
        return email

    def clean_invitation(self) -> str:
        """Refuse a code that is spent, expired or mistyped."""
        code: str = self.cleaned_data["invitation"]
        if good_invitation(code) is None:
            raise ValidationError(str(InvitationIsNoGood(code=code)))
        return code

    def try_save(self, request: HttpRequest) -> tuple[Member, HttpResponse | None]:
        """Make the account through our adapter; there is no answer instead of one."""
        adapter = get_adapter()
        return adapter.save_user(request, adapter.new_user(request), self), None


class ForgottenPassword(allauth_forms.ResetPasswordForm):  # type: ignore[misc]
    """Asking for a one-time link."""

    email = forms.CharField(
        label=_("Pen name, or e-mail you registered with"),
        max_length=LONGEST_EMAIL,
        widget=forms.TextInput(attrs={"autocomplete": "username", "dir": "auto"}),
    )

    def clean_email(self) -> str:
        """Find the member by name, or by the address they have: not by one yet to be confirmed.

        The letter goes to that address as it is kept: a database may take “mıke@” for “mike@”.
        """
        typed: str = self.cleaned_data["email"]
        if "@" in typed:
            typed = EmailField().clean(typed)
        member, address = member_asking(typed)
        self.users = [member] if member else []
        return address

    def save(self, request: HttpRequest, **options: Any) -> str:
        """Send the letter. Nobody is told by a page whether there was anybody to send it to."""
        asked: str = self.cleaned_data["email"]
        return super().save(request, **options) if "@" in asked else asked


class NewPassword(TypedTwice):
    """Choosing a password by a one-time link."""

    password1 = new_password_field(_("New password"))
    password2 = same_password_field()

    def __init__(self, *args: Any, user: Member | None, **kwargs: Any) -> None:
        del kwargs["temp_key"]  # allauth's view has checked it
        super().__init__(*args, **kwargs)
        self.user = user

    def save(self) -> None:
        """Keep the new password."""
        get_adapter().set_password(self.user, self.cleaned_data["password1"])


class _OwnPassword(forms.Form):
    """Forms that ask a member for their password first."""

    user: Member

    def __init__(self, *args: Any, user: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_oldpassword(self) -> str:
        """Refuse whoever found the browser open."""
        password: str = self.cleaned_data["oldpassword"]
        if not self.user.check_password(password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class ChangePassword(_OwnPassword, TypedTwice):  # type: ignore[misc]  # here `user` is there
    """Changing one's password."""

    oldpassword = PasswordField(label=_("Password so far"))
    password1 = new_password_field(_("New password"))
    password2 = same_password_field()

    def save(self) -> None:
        """Keep the new password."""
        get_adapter().set_password(self.user, self.cleaned_data["password1"])


class ChangeEmail(_OwnPassword):
    """Changing one's address."""

    email = EmailField(label=_("New e-mail"))
    oldpassword = PasswordField(label=_("Your password"))

    def clean_email(self) -> str:
        """Refuse the address they have."""
        email = _not_of_the_house(self.cleaned_data["email"])
        if email == self.user.email.lower():
            raise ValidationError(str(AddressIsYours()))
        return email


def _not_of_the_house(email: str) -> str:
    try:
        refuse_house_address(email)
    except Refusal as refusal:
        raise ValidationError(str(refusal)) from refusal
    return email
