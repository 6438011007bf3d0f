"""What allauth does our way: who may register, where letters come from, where links lead."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from storyhold.accounts import actions
from storyhold.accounts.models import Member
from storyhold.accounts.refusals import EmailIsTaken
from storyhold.accounts.rules import is_of_the_house
from storyhold.archive.models import Registration
from storyhold.archive.queries import the_archive
from storyhold.web.parts.absolute import absolute

# allauth names its letters and notices so; ours have the same names in our own folders.
LETTERS = ("account/email/", "accounts/letters/")
NOTICES = ("account/messages/", "accounts/messages/")


class FrontDoor(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's questions, answered by this archive."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "This name and password do not belong together. Check both, and whether Caps Lock is "
            "on. If the password is gone, make a new one."
        ),
        "too_many_login_attempts": _(
            "There were too many tries with this name. Wait five minutes, then try again."
        ),
        "enter_current_password": _("This is not your password. Nothing was changed."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Whether anybody can register, with an invitation or without."""
        return the_archive().registration != Registration.CLOSED

    def save_user(
        self,
        request: HttpRequest,  # noqa: ARG002
        user: Member,  # noqa: ARG002
        form: BaseForm,
        commit: bool = True,  # noqa: ARG002 — allauth's signature
    ) -> Member:
        """Register whoever filled in the form. Raises what `accounts.actions.join` raises."""
        typed = form.cleaned_data
        return actions.join(
            pen_name=typed["pen_name"],
            email=typed["email"],
            password=typed["password1"],
            invitation=typed.get("invitation", ""),
        )

    def set_password(self, user: Member, password: str) -> None:
        """Save the new password, and nothing else: an archivist may be banning them just now."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:  # noqa: ARG002
        """Make the confirmed address the member's own; no if somebody else has it by now."""
        try:
            actions.confirm_address(email_address)
        except EmailIsTaken:
            return False
        return True

    def is_safe_url(self, url: str) -> bool:
        """Whether `url` leads to this archive, by the name under which it was asked for."""
        here = {self.request.get_host()}
        return url_has_allowed_host_and_scheme(url, here, require_https=self.request.is_secure())

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never: answers in JSON would hold what was typed into the fields, passwords too."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address by which tries are counted; one for all who come without any."""
        try:
            found: str = super().get_client_ip(request)
        except PermissionDenied:
            return "unknown"
        return found

    # --- letters ---------------------------------------------------------------------------------

    def should_send_confirmation_mail(self, *_args: Any, **_kwargs: Any) -> bool:
        """Whether letters leave this archive at all."""
        return settings.MAIL.kind != "none"

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the one-time link under which a new password is chosen."""
        uidb36, _dash, token = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[uidb36, token])
        return absolute(self.request, path)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """Return the link that confirms an address."""
        return absolute(request, reverse("account_confirm_email", args=[emailconfirmation.key]))

    def format_email_subject(self, subject: str) -> str:
        """Put the archive's name before the subject."""
        return f"[{the_archive().name}] {subject}"

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], *rest: Any, **more: Any
    ) -> EmailMessage:
        """Write a letter from our own templates."""
        ours = template_prefix.replace(*LETTERS)
        home = absolute(self.request, "/")
        context = {**context, "archive": the_archive(), "home": home}
        letter: EmailMessage = super().render_mail(ours, email, context, *rest, **more)
        return letter

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Member,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a member what has happened to the account. No letter reaches the archive's own."""
        if is_of_the_house(email or user.email):
            return
        told = {"user": user, **(context or {})}
        super().send_notification_mail(template_prefix, user, told, email)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *rest: Any,
        **more: Any,
    ) -> None:
        """Say what has happened, in our own words."""
        ours = message_template and message_template.replace(*NOTICES)
        super().add_message(request, level, ours, *rest, **more)
