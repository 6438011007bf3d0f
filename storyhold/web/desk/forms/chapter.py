"""What an author types for a chapter."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from storyhold.archive.queries import the_archive
from storyhold.stories.actions.writing import MOST_LETTERS, Draft
from storyhold.stories.files import KINDS, TextFromFile
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
    file = forms.FileField(
        label=_("Or take it from a file"),
        required=False,
        help_text=_("Plain text (.txt) or HTML (.html), in the place of what stands above."),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
    )
    text_before = LongText(
        label=_("What stood there before"),
        longest=LONGEST_SENT,
        rows=6,
        required=False,
        help_text=_("It is not saved. Copy from it what you want to keep."),
        widget=forms.Textarea(attrs={"readonly": True}),
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
        self.brought: TextFromFile | None = None
        self.written_in = language
        if the_archive().most_illustrations:
            sentence = gettext('HTML can show <a href="{}">your pictures</a>.')
            pictures = reverse("illustrations:mine")
            self.fields["format"].help_text = format_html(sentence, pictures)
        if language:
            # For the browser's spelling checker.
            self.fields["text"].widget.attrs["lang"] = language

    @property
    def is_unsaved(self) -> bool:
        """Whether it shows what the archive does not have yet."""
        return self.is_bound or self.brought is not None

    def take(self, brought: TextFromFile) -> None:
        """Show what was typed as it is, with the text of a file in the place of the text.

        Nothing is checked yet: an author may begin with the file, and give it a title later.
        """
        shown = {field.name: field.data for field in self}
        if shown["text"] and shown["text"].strip():
            shown["text_before"] = "\n\n".join(filter(None, (shown["text"], shown["text_before"])))
        shown |= {"text": brought.text, "format": brought.format}
        self.initial = {**self.initial, **shown}
        self.is_bound, self.brought = False, brought

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
