"""Answers to what went wrong before a page could answer for itself.

The root addresses name two of them: `handler400 = "storyhold.web.parts.errors.bad_request"`, and
the setting `CSRF_FAILURE_VIEW`. For 403, 404 and 500 Django finds `403.html` and so on by itself.
"""

from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.template.loader import render_to_string

from storyhold.web.parts import kept
from storyhold.web.parts.views import is_from_our_own_page

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)

# A field whose name contains one of these is never shown again, nor sent again.
SECRET_WORDS = ("password", "secret", "code", "token", "key", "otp")

# Sent along, but nothing that somebody typed.
OUR_OWN_FIELDS = (kept.TICKET, "next")


@dataclass(frozen=True)
class TypedField:
    """A field of a form that was sent in vain."""

    name: str
    value: str

    @property
    def label(self) -> str:
        """The name, made readable: it is all we know here."""
        return self.name.rsplit("-", 1)[-1].replace("_", " ").capitalize()

    @property
    def is_hidden(self) -> bool:
        """Whether there is nothing in it to read."""
        return not self.value or self.name in OUR_OWN_FIELDS

    @property
    def is_long(self) -> bool:
        """Whether the value needs more than one line."""
        return len(self.value) > 80 or "\n" in self.value


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer a request we cannot read: 413 when it is too large, else 400. Asks no database."""
    too_much = isinstance(exception, TOO_MUCH)
    page = render_to_string("413.html" if too_much else "400.html")
    return HttpResponse(page, status=413 if too_much else 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a form whose token does not fit, and give back every word that was typed.

    That happens to honest people who signed in or out in another tab. When the browser vouches that
    the form stood on one of our own pages, it may be sent again as it is; otherwise the
    words can only be copied.
    """
    typed, left_out = _typed(request)
    has_words = any(not field.is_hidden for field in typed)
    may_send_again = has_words and not left_out and _is_surely_ours(request)
    context = {
        "typed": typed if has_words else [],
        "may_send_again": may_send_again,
        "address": request.get_full_path(),
    }
    return render(request, "parts/csrf_failure.html", context, status=403)


def _is_surely_ours(request: HttpRequest) -> bool:
    named = "Sec-Fetch-Site" in request.headers or "Origin" in request.headers
    return named and is_from_our_own_page(request)


def _typed(request: HttpRequest) -> tuple[list[TypedField], bool]:
    """Return the fields to give back, and whether something had to be left out."""
    try:
        sent = request.POST
        left_out = bool(request.FILES)
    except (*TOO_MUCH, UnreadablePostError):
        return [], True
    typed = []
    for name in sent:
        if name == "csrfmiddlewaretoken":
            continue
        if any(word in name.lower() for word in SECRET_WORDS):
            left_out = True
            continue
        typed += [TypedField(name, value) for value in sent.getlist(name)]
    return typed, left_out
