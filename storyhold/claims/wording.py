"""The letters of this room: the archivist's wording or ours, filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.archive.queries import the_archive
from storyhold.claims.models import Wording
from storyhold.common.wording import filled


@dataclass(frozen=True)
class LetterKind:
    """A letter: when it is sent, its subject, our wording, and what can be filled into it."""

    name: Promise
    subject: Promise
    text: Promise
    places: tuple[str, ...]


LETTERS: dict[str, LetterKind] = {
    "moved": LetterKind(
        _("To members who have not been here since the archive moved"),
        _("The archive has moved"),
        _(
            "Dear {name},\n\n"
            "{archive} has moved to a new house, and everything you had came along: your stories, "
            "your reviews and your name. It is at {address} now.\n\n"
            "Sign in with your name and the password you had: {sign_in}\n"
            "If it is not taken, or you have forgotten it, choose a new one: {new_password}\n\n"
            "You will get this letter once."
        ),
        ("name", "archive", "address", "sign_in", "new_password"),
    ),
    "handover": LetterKind(
        _("With the link by which an account is claimed"),
        _("Your account is waiting for you"),
        _(
            "Dear {name},\n\n"
            "your stories and your name are in {archive}, and your account waits for you. With "
            "this link you choose a password, and the address to which letters go:\n\n"
            "{link}\n\n"
            "It works once, until {day}. If this is not about you, throw this letter away: nothing "
            "happens then."
        ),
        ("name", "archive", "link", "day"),
    ),
    "declined": LetterKind(
        _("To whoever asked for an account and did not get it"),
        _("About the account you asked for"),
        _(
            "Dear reader,\n\n"
            "you wrote to {archive} that you are {name}. We could not make sure that it is so, and "
            "an account is given to nobody but its owner. If you can tell us more, write again: "
            "{contact}"
        ),
        ("name", "archive", "contact"),
    ),
}


def wording_of(letter: str) -> str:
    """Return the wording of a letter, with the places still open."""
    own = Wording.objects.filter(letter=letter).first()
    return own.text if own else str(LETTERS[letter].text)


def subject_of(letter: str) -> str:
    """Return the subject of a letter."""
    return f"[{the_archive().name}] {LETTERS[letter].subject}"


def letter_to(wording: str, facts: Mapping[str, str]) -> str:
    """Return the text of a letter."""
    return filled(wording, {"archive": the_archive().name, **facts}).strip() + "\n"
