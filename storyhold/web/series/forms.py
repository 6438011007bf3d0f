"""What is typed about a series."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member, PenName
from storyhold.series.models import Mode, Series
from storyhold.series.refusals import SeriesTitleIsMissing
from storyhold.stories.models import Story
from storyhold.web.parts.fields import LongSelect
from storyhold.web.parts.tag_fields import TagsAsked


class SeriesForm(forms.Form):
    """What the owner says about a series."""

    title = forms.CharField(
        label=_("Title"),
        max_length=250,
        error_messages={"required": SeriesTitleIsMissing.message},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        max_length=10_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    mode = forms.ChoiceField(
        label=_("Who may add stories"),
        choices=Mode.choices,
        initial=Mode.CLOSED,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, *, series: Series | None = None) -> None:
        self.tags = TagsAsked(series.tags.all() if series else (), may_lack=True)
        said = (
            {"title": series.title, "summary": series.summary_source, "mode": series.mode}
            if series
            else {}
        )
        super().__init__(data, initial=said | self.tags.initial)
        self.fields.update(self.tags.fields())

    def said(self) -> dict[str, Any]:
        """Return what was typed, once it is checked, as the actions take it."""
        typed = {name: self.cleaned_data[name] for name in ("title", "summary", "mode")}
        return {**typed, "tags": self.tags.chosen(self.cleaned_data)}


class NewSeriesForm(SeriesForm):
    """A new series, kept by one of several pen names."""

    def __init__(self, pen_names: list[PenName], data: QueryDict | None = None) -> None:
        super().__init__(data)
        self._pen_names = {str(each.pk): each for each in pen_names}
        if len(pen_names) > 1:
            default = next((each for each in pen_names if each.is_default), pen_names[0])
            self.fields["pen_name"] = forms.ChoiceField(
                label=_("Keep it as"),
                required=False,
                initial=default.pk,
                choices=[(pk, each.name) for pk, each in self._pen_names.items()],
            )

    def signature(self, member: Member) -> PenName:
        """Return the pen name chosen, or the default."""
        return self._pen_names.get(self.cleaned_data.get("pen_name", ""), member.pen_name)


class AddForm(forms.Form):
    """One of the member's own stories, or series, to add to a series."""

    chosen = forms.ChoiceField(
        widget=LongSelect,
        error_messages={
            "required": _("Choose one from the list."),
            "invalid_choice": _("That one cannot be added here. Choose one from the list."),
        },
    )

    def __init__(
        self, things: Iterable[Story | Series], data: QueryDict | None = None, *, label: str
    ) -> None:
        super().__init__(data)
        field = cast(forms.ChoiceField, self.fields["chosen"])
        field.label = label
        field.choices = [(str(each.pk), each.title) for each in things]
        self.has_choices = bool(field.choices)
