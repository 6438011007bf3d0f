"""The front door. These views are classes because allauth's are: theirs the steps, our look."""

from typing import Any

from allauth.account import views as allauth_views
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from storyhold.archive.models import Registration
from storyhold.archive.queries import the_archive
from storyhold.common.refusal import Refusal
from storyhold.web.accounts import forms
from storyhold.web.parts.refused import add_refusal


class _Door:
    """What all pages here share: the way back, and an honest status when a form is refused."""

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Give the template `next`: where to go afterwards, if that is within this archive."""
        asked: Any = self
        context = super().get_context_data(**given)  # type: ignore[misc]
        context["letters_leave"] = settings.MAIL.kind != "none"
        context["next"] = asked.get_next_url() or "" if hasattr(asked, "get_next_url") else ""
        return dict(context)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again with everything typed but the passwords."""
        context = self.get_context_data(form=form)
        answer: HttpResponse = self.render_to_response(context, status=422)  # type: ignore[attr-defined]
        return answer


class SignIn(_Door, allauth_views.LoginView):  # type: ignore[misc]
    """By any of one's pen names or by e-mail."""

    form_class = forms.SignIn
    template_name = "accounts/sign_in.html"


class SignOut(_Door, allauth_views.LogoutView):  # type: ignore[misc]
    """At once when posted; a link only asks."""

    template_name = "accounts/sign_out.html"


class Register(_Door, allauth_views.SignupView):  # type: ignore[misc]
    """Becoming a member, as far as the archive lets people."""

    form_class = forms.Register
    template_name = "accounts/register.html"

    def get_initial(self) -> dict[str, Any]:
        """Fill in the invitation that the link brought."""
        code = self.request.GET.get("invitation", "")[: forms.LONGEST_CODE]
        return {**super().get_initial(), "invitation": code.replace("\0", "")}

    def form_valid(self, form: forms.Register) -> HttpResponse:
        """Let them in, unless somebody was faster with the name or the invitation."""
        try:
            answer: HttpResponse = super().form_valid(form)
        except Refusal as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        if settings.MAIL.kind == "none":
            # Otherwise they are welcomed with the news of a letter.
            text = _("Welcome! You are a member now. What is yours is in the menu at the top.")
            messages.success(self.request, text)
        return answer

    def closed(self) -> HttpResponse:
        """Say that nobody can register."""
        status = 200 if self.request.method in ("GET", "HEAD") else 403
        answer: HttpResponse = self.response_class(
            request=self.request, template="accounts/register_closed.html", status=status
        )
        return answer

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        """Tell the template whether an invitation is needed, which matters before typing."""
        context = super().get_context_data(**given)
        context["by_invitation"] = the_archive().registration == Registration.INVITATION
        return context


class Banned(allauth_views.AccountInactiveView):  # type: ignore[misc]
    """Where somebody with the right password but no way in is led."""

    template_name = "accounts/banned.html"


@method_decorator(never_cache, name="dispatch")
class ChangePassword(_Door, allauth_views.PasswordChangeView):  # type: ignore[misc]
    """With the old password first."""

    form_class = forms.ChangePassword
    template_name = "accounts/change_password.html"
    success_url = reverse_lazy("people:settings")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send those who never had a password the way of those who forgot theirs."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


class ForgottenPassword(_Door, allauth_views.PasswordResetView):  # type: ignore[misc]
    """Asking for a one-time link by letter; the answer is the same for every address."""

    form_class = forms.ForgottenPassword
    template_name = "accounts/forgotten_password.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send a letter, in an archive that sends letters."""
        if settings.MAIL.kind == "none":
            return redirect("account_reset_password")
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer


class LetterSent(_Door, allauth_views.PasswordResetDoneView):  # type: ignore[misc]
    """After asking."""

    template_name = "accounts/letter_sent.html"


@method_decorator(never_cache, name="dispatch")
class NewPassword(_Door, allauth_views.PasswordResetFromKeyView):  # type: ignore[misc]
    """Choosing a password by a one-time link, from a letter or from the archivist's hand."""

    form_class = forms.NewPassword
    template_name = "accounts/new_password.html"
    success_url = reverse_lazy("account_login")

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        """Answer “not found” for a link that is used up or was never made."""
        if context.get("token_fail"):
            options["status"] = 404
        answer: HttpResponse = super().render_to_response(context, **options)
        return answer
