"""What one reader has chosen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.web.parts.look.choices import AT_HAND, CHOICES, CONTENTS, FACE, LOOKS, Choice
from storyhold.web.parts.look.cookies import PLAIN
from storyhold.web.parts.look.faces import FILES


@dataclass(frozen=True)
class Look:
    """The value of every choice by the cookie's name."""

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

    @property
    def face(self) -> str:
        """The typeface, by the cookie's value."""
        return self[FACE.cookie]

    @property
    def faces_of_ours(self) -> Iterable[str]:
        """The typefaces that come with the archive."""
        return FILES

    def looks(self) -> Iterator[tuple[Choice, str]]:
        """Yield the choices at hand while one reads, each with the value chosen."""
        for choice in LOOKS:
            yield choice, self[choice.cookie]

    def all(self) -> Iterator[tuple[Choice, str]]:
        """Yield every choice with the value chosen."""
        for choice in CHOICES:
            yield choice, self[choice.cookie]


def look_of(request: HttpRequest) -> Look:
    """Return the look in which the server dresses a page. No query.

    A guest's page is dressed by the browser, unless its reader has no script.
    """
    if isinstance(request.user, Member) or PLAIN in request.COOKIES:
        return look_in(_kept_by(request, *CHOICES))
    return look_in({})


def look_in(chosen: Mapping[str, str]) -> Look:
    """Return the look that these values, by cookie, ask for."""
    return Look({choice.cookie: choice.value_in(chosen) for choice in CHOICES})


def chosen_by(request: HttpRequest, choice: Choice) -> str:
    """Return what the reader chose of that which only the server can do. No query."""
    return choice.value_in(_kept_by(request, choice))


def opens_on_contents(request: HttpRequest) -> bool:
    """Whether a story of one chapter shows this reader its title page rather than its text."""
    asked = chosen_by(request, CONTENTS)
    return the_archive().contents_first if asked == "archive" else asked == "contents"


def _kept_by(request: HttpRequest, *choices: Choice) -> Mapping[str, str]:
    """Return what was chosen as a member anywhere, or in this browser, valid or not."""
    named = {choice.cookie for choice in choices}
    in_browser = {name: request.COOKIES[name] for name in named if name in request.COOKIES}
    member = request.user if isinstance(request.user, Member) else None
    return in_browser | (member.choices if member else {})
