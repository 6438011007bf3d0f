"""The cookies in which a browser keeps what its reader chose."""

from collections.abc import Mapping

from django.http import HttpResponseBase

from storyhold.web.parts.look.choices import CHOICES

KEPT_FOR = 60 * 60 * 24 * 365  # seconds: a year

# Says that this browser chose without a script. A script that is at work takes it away.
PLAIN = "plain"


def chosen_in(form: Mapping[str, str]) -> dict[str, str]:
    """Return cookie name and value of every valid choice in `form`; the rest is left out."""
    chosen = {choice.cookie: choice.valid(form.get(choice.cookie)) for choice in CHOICES}
    return {cookie: value for cookie, value in chosen.items() if value is not None}


def remember(chosen: Mapping[str, str], *, response: HttpResponseBase, secure: bool) -> None:
    """Let the reader's browser keep what `chosen_in` returned, for a year.

    Our own script reads and writes the same cookies, so they are not `HttpOnly`.
    """
    for cookie, value in {**chosen, PLAIN: "1"}.items():
        response.set_cookie(cookie, value, max_age=KEPT_FOR, samesite="Lax", secure=secure)
