"""The look a reader has chosen: theme, size of text, face, paragraphs.

It lives in the reader's own cookies, one for each choice, so that a guest's page needs no session
and no query. What is not among the choices, whoever sent it, counts as the default.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KEPT_FOR = 60 * 60 * 24 * 365  # seconds: a year


@dataclass(frozen=True)
class Choice:
    """One thing a reader may choose about the look: the cookie's name and its values, in words."""

    cookie: str
    name: Promise
    default: str
    values: tuple[tuple[str, Promise], ...]

    def valid(self, value: str | None) -> str | None:
        """Return `value` if it is one of ours, else None."""
        return next((known for known, _name in self.values if known == value), None)


THEME = Choice(
    "theme",
    _("Theme"),
    "auto",
    (
        ("auto", _("As my device")),
        ("light", _("Paper")),
        ("sepia", _("Sepia")),
        ("dark", _("Dark")),
        ("contrast", _("High contrast")),
    ),
)
TEXT_SIZE = Choice(
    "text_size",
    _("Size of text"),
    "m",
    (
        ("s", pgettext_lazy("size of text", "Small")),
        ("m", pgettext_lazy("size of text", "Medium")),
        ("l", pgettext_lazy("size of text", "Large")),
        ("xl", pgettext_lazy("size of text", "Larger")),
        ("xxl", pgettext_lazy("size of text", "Largest")),
    ),
)
FACE = Choice(
    "face",
    _("Typeface"),
    "serif",
    (("serif", _("With serifs")), ("sans", _("Without serifs"))),
)
PARAGRAPHS = Choice(
    "paragraphs",
    _("Paragraphs"),
    "indented",
    (("indented", _("Indented, as in a book")), ("spaced", _("Spaced, as on the web"))),
)
CHOICES = (THEME, TEXT_SIZE, FACE, PARAGRAPHS)


@dataclass(frozen=True)
class Look:
    """The look of a page."""

    theme: str
    text_size: str
    face: str
    paragraphs: str

    def choices(self) -> Iterator[tuple[Choice, str]]:
        """Yield each choice with the value chosen, for the form."""
        for choice in CHOICES:
            yield choice, getattr(self, choice.cookie)


def look_in(cookies: Mapping[str, str]) -> Look:
    """Return the look that a reader's cookies ask for."""
    return Look(
        **{choice.cookie: choice.valid(cookies.get(choice.cookie)) or choice.default
           for choice in CHOICES}
    )  # fmt: skip


def chosen_in(form: Mapping[str, str]) -> dict[str, str]:
    """Return cookie name and value of every valid choice in `form`; the rest is left out."""
    chosen = {choice.cookie: choice.valid(form.get(choice.cookie)) for choice in CHOICES}
    return {cookie: value for cookie, value in chosen.items() if value is not None}


def remember(chosen: Mapping[str, str], *, response: HttpResponseBase, secure: bool) -> None:
    """Let the reader's browser keep what `chosen_in` returned, for a year.

    Our own script reads and writes the same cookies, so they are not `HttpOnly`.
    """
    for cookie, value in chosen.items():
        response.set_cookie(cookie, value, max_age=KEPT_FOR, samesite="Lax", secure=secure)
