"""What is typed about a rating."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.tags.actions.ratings import AboutRating
from storyhold.tags.models import Rating
from storyhold.tags.queries import ratings
from storyhold.web.parts.fields import Line, LongText


class RatingForm(forms.Form):
    """A rating and its gates; the names are those of the rating's own fields."""

    name = Line(longest=60, label=_("Name"))
    description = Line(
        longest=200,
        label=_("Description"),
        required=False,
        help_text=_("Beside the name where an author chooses, and in the list of ratings."),
    )
    must_accept_warning = forms.BooleanField(
        label=_("Readers must accept a warning"), required=False
    )
    warning_text = LongText(longest=5_000, label=_("The warning"), required=False)
    must_confirm_age = forms.BooleanField(
        label=_("Readers must say that they are of age"), required=False
    )
    must_sign_in = forms.BooleanField(
        label=_("Readers must be signed in"),
        required=False,
        help_text=_("Such stories are on no list that guests see."),
    )

    def __init__(self, data: Any = None, *, rating: Rating | None = None) -> None:
        said = {name: getattr(rating, name) for name in self.base_fields} if rating else None
        super().__init__(data, initial=said)

    def about(self) -> AboutRating:
        """Return what was typed, once it is checked."""
        return AboutRating(**self.cleaned_data)


class RatingInto(forms.Form):
    """The rating that the stories of a deleted one get."""

    into = forms.ChoiceField(label=_("They get the rating"), required=False)
    is_agreed = forms.BooleanField(
        label=_("It may ask less of readers than this one"), required=False
    )

    def __init__(self, data: Any = None, *, rating: Rating) -> None:
        super().__init__(data)
        self.others = {str(each.pk): each for each in ratings() if each != rating}
        field = self.fields["into"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — for the type alone
        field.choices = [("", "—"), *((pk, each.name) for pk, each in self.others.items())]

    def chosen(self) -> Rating | None:
        """Return the rating that was chosen, once it is checked."""
        return self.others.get(self.cleaned_data["into"])
