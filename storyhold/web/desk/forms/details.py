"""What an author says about a story."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.archive.queries import the_archive
from storyhold.common.languages import language_choices, language_name
from storyhold.stories.actions.writing import Details
from storyhold.stories.models import Story
from storyhold.stories.models.story import LONGEST_TITLE
from storyhold.stories.refusals import TitleIsMissing
from storyhold.tags.models import Rating
from storyhold.tags.queries import ratings
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.parts.tag_fields import TagsAsked

MOST_SUMMARY_LETTERS = 20_000
MOST_NOTE_LETTERS = 100_000


class DetailsForm(forms.Form):
    """Title, summary, notes, language, rating and the archive's kinds of tags."""

    title = Line(
        label=_("Title"), longest=LONGEST_TITLE, error_messages={"required": TitleIsMissing.message}
    )
    summary = LongText(
        label=_("Summary"),
        longest=MOST_SUMMARY_LETTERS,
        required=False,
        help_text=_("A few lines that make a reader want to begin. Shown wherever it is listed."),
    )
    notes = LongText(
        label=_("Notes on the story"),
        longest=MOST_NOTE_LETTERS,
        required=False,
        help_text=_("For what is not part of the story: thanks, sources, what to know before."),
    )
    language = forms.ChoiceField(label=_("Language"))
    rating = forms.ChoiceField(
        label=_("Rating"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom the story is. Nothing was lost.")},
    )
    is_complete = forms.BooleanField(
        label=_("The story is complete"),
        required=False,
        help_text=_("Leave this open while more chapters are to come."),
    )
    hidden_from_search = forms.BooleanField(
        label=_("Keep the story out of search engines"),
        required=False,
        help_text=_("Readers find it here as ever. Search engines are asked not to list it."),
    )

    def __init__(self, data: Any = None, *, story: Story | None = None, **options: Any) -> None:
        self.story = story
        self.tags = TagsAsked(story.tags.all() if story else ())
        self.ratings = ratings()
        super().__init__(data, initial=self._as_saved(), **options)
        self._offer_languages()
        self._offer_ratings()
        self.fields.update(self.tags.fields())

    def details(self) -> Details:
        """Return what was typed, once it is checked."""
        typed = self.cleaned_data
        return Details(
            title=typed["title"],
            summary=typed["summary"],
            notes=typed["notes"],
            language=typed["language"],
            rating=self.chosen_rating(),
            is_complete=typed["is_complete"],
            in_search_engines=not typed["hidden_from_search"],
            tags=self.tags.chosen(typed),
        )

    def chosen_rating(self) -> Rating | None:
        """Return the rating that was chosen; none where the archive has no ratings."""
        pk = self.cleaned_data.get("rating", "")
        return next((rating for rating in self.ratings if str(rating.pk) == pk), None)

    @property
    def tag_fields(self) -> list[forms.BoundField]:
        """The fields of all kinds, in the archive's order."""
        return self.tags.bound(self)

    def _as_saved(self) -> dict[str, Any]:
        if self.story is None:
            return {"language": the_archive().language}
        return {
            "title": self.story.title,
            "summary": self.story.summary_source,
            "notes": self.story.notes_source,
            "language": self.story.language,
            "rating": str(self.story.rating_id or ""),
            "is_complete": self.story.is_complete,
            "hidden_from_search": not self.story.in_search_engines,
            **self.tags.initial,
        }

    def _offer_languages(self) -> None:
        # An imported story may be in a language that our list does not have.
        code = str(self.initial["language"])
        choices = dict(language_choices())
        choices.setdefault(code, language_name(code))
        self._choices_of("language").choices = list(choices.items())

    def _offer_ratings(self) -> None:
        field = self._choices_of("rating")
        field.choices = [
            (str(rating.pk), f"{rating.name} – {rating.description}".removesuffix(" – "))
            for rating in self.ratings
        ]
        if not self.ratings:
            field.required = False
            field.widget = forms.HiddenInput()

    def _choices_of(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — for the type alone
        return field
