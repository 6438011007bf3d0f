"""What is typed about challenges."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.queries import Viewer
from storyhold.challenges.models import LONGEST_TITLE, Challenge
from storyhold.challenges.refusals import ChallengeIsEmpty, ChallengeTitleIsMissing
from storyhold.series.models import Series
from storyhold.stories.access import tags_visible_to
from storyhold.stories.models import Story
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.parts.guests import TrapForm
from storyhold.web.parts.signing import SignedForm
from storyhold.web.parts.tag_names import TagNames

LONGEST_SUMMARY = 10_000


class ChallengeForm(forms.Form):
    """What a challenge says."""

    title = Line(
        label=_("Title"),
        longest=LONGEST_TITLE,
        error_messages={"required": ChallengeTitleIsMissing.message},
    )
    summary = LongText(
        label=_("The challenge"),
        longest=LONGEST_SUMMARY,
        rows=7,
        help_text=_("What should the story have in it, and what may it not do?"),
        error_messages={"required": ChallengeIsEmpty.message},
    )
    tags = TagNames(label=_("Categories, characters, other tags"))

    def for_viewer(self, viewer: Viewer) -> None:
        """Let this viewer name the tags they know of."""
        tags = self.fields["tags"]
        assert isinstance(tags, TagNames)  # noqa: S101 — for the type alone
        tags.tags = tags_visible_to(viewer)

    def said(self) -> dict[str, Any]:
        """Return what was typed, once it is checked."""
        return {name: self.cleaned_data[name] for name in ("title", "summary", "tags")}


class MembersChallenge(ChallengeForm, SignedForm):
    """A new challenge, signed."""


class GuestsChallenge(ChallengeForm, TrapForm):
    """A new challenge by a guest."""

    guest_name = Line(
        label=_("Your name"),
        longest=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    field_order = ["title", "summary", "tags", "guest_name", "homepage"]


def as_posed(challenge: Challenge) -> dict[str, str]:
    """Return what a challenge says, as its form takes it."""
    return {
        "title": challenge.title,
        "summary": challenge.summary_source,
        "tags": ", ".join(tag.name for tag in challenge.tags.all()),
    }


class AnswerForm(forms.Form):
    """The member's works, ticked where they answer."""

    stories = forms.MultipleChoiceField(
        label=_("Stories"), required=False, widget=forms.CheckboxSelectMultiple
    )
    series = forms.MultipleChoiceField(
        label=_("Series"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        data: Any,
        *,
        stories: Sequence[Story],
        series: Sequence[Series],
        answering: Sequence[Story | Series],
    ) -> None:
        offered: dict[str, Sequence[Story | Series]] = {"stories": stories, "series": series}
        ticked = {
            name: [str(work.pk) for work in works if work in answering]
            for name, works in offered.items()
        }
        super().__init__(data, initial=ticked)
        self._offered = offered
        for name, works in offered.items():
            self._offer(name, works)

    def _offer(self, name: str, works: Sequence[Story | Series]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 — for the type alone
        field.choices = [(str(work.pk), work.title) for work in works]
        field.error_messages["invalid_choice"] = _("One of these is not yours any more.")
        if not works:
            del self.fields[name]

    def chosen(self) -> list[Story | Series]:
        """Return the works that are ticked, once it is checked."""
        return [
            work
            for name, works in self._offered.items()
            for work in works
            if str(work.pk) in self.cleaned_data.get(name, [])
        ]
