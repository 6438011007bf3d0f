"""What is typed by beta readers, and for them."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member, PenName
from storyhold.betas.models import Offer
from storyhold.betas.refusals import NoteIsEmpty
from storyhold.betas.rules import MOST_LETTERS
from storyhold.common.languages import language_choices
from storyhold.stories.access import tags_visible_to
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.parts.guests import TrapForm
from storyhold.web.parts.signing import SignedForm
from storyhold.web.parts.tag_names import TagNames

LONGEST_NAME = 60
LONGEST_READER = 100


class OfferForm(forms.Form):
    """What somebody offers to read."""

    text = LongText(
        label=_("What you read, and what you look for"),
        longest=MOST_LETTERS,
        rows=6,
        required=False,
        help_text=_("Plot, spelling, one people’s manners: whatever an author should know."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("Hold Ctrl, or ⌘ on a Mac, to choose several."),
        error_messages={"invalid_choice": _("Choose languages of the list.")},
    )
    tags = TagNames(label=_("Fandoms, genres, other tags"))

    def __init__(self, data: Any, *, member: Member, offer: Offer | None) -> None:
        super().__init__(data, initial=_as_offered(offer))
        languages, tags = self.fields["languages"], self.fields["tags"]
        assert isinstance(languages, forms.MultipleChoiceField)  # noqa: S101 — for the types
        assert isinstance(tags, TagNames)  # noqa: S101
        languages.choices = language_choices()
        tags.tags = tags_visible_to(member)


def _as_offered(offer: Offer | None) -> dict[str, Any]:
    if offer is None:
        return {}
    tags = ", ".join(tag.name for tag in offer.tags.all())
    return {"text": offer.source, "languages": offer.languages, "tags": tags}


class LendForm(forms.Form):
    """For whom a link is."""

    reader = Line(
        label=_("For whom?"),
        longest=LONGEST_READER,
        required=False,
        help_text=_("For you alone, so that you know later which link is whose."),
    )


class NoteText(forms.Form):
    """The words of a note or of an answer."""

    text = LongText(
        label=_("Your note"),
        longest=MOST_LETTERS,
        rows=5,
        error_messages={"required": NoteIsEmpty.message},
    )
    # What is no number means the whole chapter.
    paragraph = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_paragraph(self) -> int | None:
        """Return the number, or nothing."""
        typed = self.cleaned_data["paragraph"]
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else None


class MembersNote(NoteText, SignedForm):
    """A note, signed."""


class GuestsNote(NoteText, TrapForm):
    """A note by somebody who is not signed in."""

    guest_name = Line(
        label=_("Your name"),
        longest=LONGEST_NAME,
        required=False,
        help_text=_("The author sees it with your note."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    field_order = ["guest_name", "text", "homepage"]


def note_form(request: HttpRequest, **more: Any) -> MembersNote | GuestsNote:
    """Return the form for this reader, filled with what was just sent."""
    data = request.POST if request.method == "POST" else None
    if isinstance(request.user, Member):
        return MembersNote(request.user, data, **more)
    return GuestsNote(data, **more)


def signature(form: MembersNote | GuestsNote) -> PenName | None:
    """Return the pen name under a note; none for somebody who is not signed in."""
    return form.signature if isinstance(form, MembersNote) else None


class AnswerForm(forms.Form):
    """The author's answer to a note."""

    text = LongText(
        label=_("Your answer"),
        longest=MOST_LETTERS,
        rows=5,
        error_messages={"required": NoteIsEmpty.message},
    )
