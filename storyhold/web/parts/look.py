"""How a reader likes to read: theme, size of text, face, what is shown, and where lists begin.

It lives in the reader's own cookies, one for each choice, so that a guest's page needs no session
and no query. A member's choices are kept with the account as well, and win over the cookies, so
that they are the same on every device. What is not among the choices counts as the default.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive

KEPT_FOR = 60 * 60 * 24 * 365  # seconds: a year


@dataclass(frozen=True)
class Choice:
    """One thing a reader may choose: the cookie's name and its values, in words."""

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
SPACING = Choice(
    "spacing",
    _("Lines"),
    "usual",
    (("usual", _("As usual")), ("wide", _("Further apart"))),
)
NOTES = Choice(
    "notes",
    _("Authors’ notes"),
    "shown",
    (("shown", _("Show notes")), ("hidden", _("Hide notes"))),
)
REVIEWS = Choice(
    "reviews",
    _("Reviews under a chapter"),
    "shown",
    (("shown", _("Show reviews")), ("hidden", _("Hide reviews"))),
)
CONTENTS = Choice(
    "contents",
    _("A story of one chapter opens on"),
    "archive",
    (
        ("archive", _("What the archive chose")),
        ("contents", _("Its title page")),
        ("text", _("Its text")),
    ),
)
SORT = Choice(
    "sort",
    _("Lists begin with"),
    "list",
    (
        ("list", _("What suits the list")),
        ("title", _("A to Z")),
        ("newest", _("The newest")),
        ("updated", _("The last updated")),
    ),
)
AT_HAND = (THEME, TEXT_SIZE, FACE, PARAGRAPHS)
# Change the page by CSS alone: each is an attribute of the root element.
LOOKS = (*AT_HAND, SPACING, NOTES, REVIEWS)
CHOICES = (*LOOKS, CONTENTS, SORT)


@dataclass(frozen=True)
class Look:
    """What one reader has chosen: the value of every choice by the cookie's name."""

    chosen: Mapping[str, str]

    def __getitem__(self, cookie: str) -> str:
        return self.chosen[cookie]

    def attributes(self) -> Iterator[tuple[str, str]]:
        """Yield the name, after `data-`, and the value of each attribute of the root element."""
        for choice in LOOKS:
            yield choice.cookie.replace("_", "-"), self[choice.cookie]

    def at_hand(self) -> Iterator[tuple[Choice, str]]:
        """Yield the choices in the head of every page, each with the value chosen."""
        for choice in AT_HAND:
            yield choice, self[choice.cookie]

    def all(self) -> Iterator[tuple[Choice, str]]:
        """Yield every choice with the value chosen."""
        for choice in CHOICES:
            yield choice, self[choice.cookie]


def look_of(request: HttpRequest) -> Look:
    """Return what the reader has chosen: as a member anywhere, or in this browser. No query."""
    member = request.user if isinstance(request.user, Member) else None
    return look_in(request.COOKIES | (member.choices if member else {}))


def opens_on_contents(request: HttpRequest) -> bool:
    """Whether a story of one chapter shows this reader its title page rather than its text."""
    asked = look_of(request)[CONTENTS.cookie]
    return the_archive().contents_first if asked == "archive" else asked == "contents"


def look_in(chosen: Mapping[str, str]) -> Look:
    """Return the look that these values, by cookie, ask for."""
    return Look(
        {choice.cookie: choice.valid(chosen.get(choice.cookie)) or choice.default
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
