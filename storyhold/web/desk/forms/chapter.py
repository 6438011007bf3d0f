"""What an author types for a chapter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.stories.actions.writing import MOST_LETTERS, Draft
from storyhold.stories.models import Revision
from storyhold.stories.models.story import LONGEST_TITLE
from storyhold.web.desk.forms.authors import SignatureForm
from storyhold.web.desk.forms.details import MOST_NOTE_LETTERS
from storyhold.web.parts.fields import Line, LongText

FORMATS = [
    ("plain", _("Plain text: *italic*, **bold**, an empty line between paragraphs")),
    ("html", _("HTML")),
]
# What is longer is refused by the action, in words about chapters.
LONGEST_SENT = 4 * MOST_LETTERS


class ChapterForm(forms.Form):
    """Title, text and notes of a chapter."""

    chapter_title = Line(
        label=_("Chapter title"),
        longest=LONGEST_TITLE,
        required=False,
        help_text=_("Without one it is called “Chapter 1”, and so on."),
    )
    text = LongText(
        label=_("Text"),
        longest=LONGEST_SENT,
        rows=22,
        required=False,
        help_text=_("Three asterisks, ***, alone on a line make a scene break."),
        widget=forms.Textarea(attrs={"class": "editor__text", "data-text": ""}),
    )
    format = forms.ChoiceField(
        label=_("Written as"), choices=FORMATS, initial="plain", widget=forms.RadioSelect
    )
    opening_note = LongText(
        label=_("Note before the chapter"), longest=MOST_NOTE_LETTERS, rows=3, required=False
    )
    closing_note = LongText(
        label=_("Note after the chapter"), longest=MOST_NOTE_LETTERS, rows=3, required=False
    )

    def __init__(self, *args: Any, language: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if language:
            # For the browser's spelling checker.
            self.fields["text"].widget.attrs["lang"] = language

    def draft(self) -> Draft:
        """Return what was typed, once it is checked."""
        typed = self.cleaned_data
        return Draft(
            title=typed["chapter_title"],
            text=typed["text"],
            format=typed["format"],
            opening_note=typed["opening_note"],
            closing_note=typed["closing_note"],
        )


class ContributionForm(ChapterForm, SignatureForm):
    """A chapter for somebody else's round robin, and the name to sign it with."""


class RewritingForm(ChapterForm):
    """A chapter as it is saved, and the revision from which the author started."""

    revision = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_revision(self) -> int:
        """Return the number; one that is none is older than every revision."""
        typed = self.cleaned_data["revision"]
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1


def as_saved(revision: Revision | None) -> dict[str, Any]:
    """Return what the form shows before anything was typed."""
    if revision is None:
        return {"revision": "0"}
    return {
        "chapter_title": revision.title,
        "text": revision.source,
        "format": revision.format,
        "opening_note": revision.opening_note,
        "closing_note": revision.closing_note,
        "revision": str(revision.number),
    }
