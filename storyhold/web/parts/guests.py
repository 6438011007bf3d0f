"""Forms that guests may send as well as members.

Guests' pages are the same for everyone and so carry no token: for guests the door asks where the
form stood. Members' forms carry one, and it is checked.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from storyhold.accounts.models import Member
from storyhold.web.parts.kept import TICKET, keep
from storyhold.web.parts.views import is_from_our_own_page

View = Callable[..., HttpResponse]


def open_to_guests(view: View) -> View:
    """Let guests send the form, if it stood on a page of ours.

    A member's form whose sign-in has run out does not turn into a guest's: it is kept until they
    have signed in again.
    """

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, **of_what: Any) -> HttpResponse:
        if isinstance(request.user, Member):
            return csrf_protect(view)(request, **of_what)
        if request.method == "POST" and not is_from_our_own_page(request):
            return HttpResponseForbidden()
        if TICKET in request.POST:
            return _sign_in_first(request)
        return view(request, **of_what)

    return door


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    page = keep(request)
    if page:
        text = _("You were signed out. What you typed is kept: sign in, and it is there.")
        messages.warning(request, text)
    return redirect_to_login(page or request.path)


class TrapForm(forms.Form):
    """A form with a field that nobody sees, so that what fills it in is a program."""

    homepage = forms.CharField(
        label=gettext_lazy("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_homepage(self) -> str:
        """Refuse whoever filled in the field that must stay empty."""
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(
                _("Nothing was sent, and all of it is still here. Empty this field and send again.")
            )
        return ""


def is_too_often(request: HttpRequest, deed: str, form: forms.Form) -> bool:
    """Whether this was sent more often than `ACCOUNT_RATE_LIMITS` allows; the form says so then.

    The form must have been checked (`is_valid`) before; what was typed stays in it.
    """
    if ratelimit.consume(request, action=deed):
        return False
    form.add_error(
        None,
        _("You have sent a lot in a short time. It is all still here: wait a while, and send it."),
    )
    return True
