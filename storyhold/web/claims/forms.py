"""What is typed about accounts that wait."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.rules import LONGEST_NAME
from storyhold.claims.refusals import NothingSaid, NoWayToAnswer
from storyhold.claims.rules import LONGEST_LETTER, LONGEST_WORDS
from storyhold.claims.wording import LETTERS, wording_of
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.parts.guests import TrapForm
from storyhold.web.parts.passwords import (
    EmailField,
    TypedTwice,
    new_password_field,
    same_password_field,
)
from storyhold.web.parts.signing import SignedForm

LONGEST_SEARCH = 100


class ClaimWords(forms.Form):
    """Who asks, in their own words."""

    words = LongText(
        longest=LONGEST_WORDS,
        rows=6,
        label=_("How can the archivist know that it is you?"),
        help_text=_(
            "The address you had there, where else you sign so, what only the author knows. Only "
            "the archivists read it. Never tell anybody your password."
        ),
        error_messages={"required": NothingSaid.message},
    )


class MembersClaim(ClaimWords, SignedForm):
    """Asked by a member, to whose account the names would be added."""


class GuestsClaim(ClaimWords, TrapForm):
    """Asked by a guest."""

    email = EmailField(
        label=_("Your e-mail address"),
        help_text=_("The link with which you take the account over is sent there."),
        error_messages={"required": NoWayToAnswer.message},
    )
    field_order = ["email", "words", "homepage"]


class TakeOver(TypedTwice):
    """Choosing address and password for an account one was given."""

    email = EmailField(help_text=_("Letters from the archive go there. Nobody else sees it."))
    password1 = new_password_field()
    password2 = same_password_field()


class Search(forms.Form):
    """A part of a pen name."""

    q = Line(longest=LONGEST_SEARCH, required=False, label=_("Pen name"))


class HandOver(forms.Form):
    """To whom an account is given."""

    email = EmailField(label=_("Their e-mail address"))


class Join(forms.Form):
    """The member to whom the names belong."""

    pen_name = Line(longest=LONGEST_NAME, label=_("A pen name of that member"))


class Letters(forms.Form):
    """How the letters are worded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for letter, kind in LETTERS.items():
            self.fields[letter] = LongText(
                longest=LONGEST_LETTER,
                rows=12,
                required=False,
                label=kind.name,
                initial=wording_of(letter),
                help_text=_("Filled in when it is sent: %s. Leave it empty for our wording.")
                % " ".join(f"{{{place}}}" for place in kind.places),
            )
