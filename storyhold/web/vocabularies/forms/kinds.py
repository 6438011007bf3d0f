"""What is typed about a kind of tags."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.tags.actions.kinds import AboutKind
from storyhold.tags.models import TagKind
from storyhold.tags.queries import kinds
from storyhold.web.parts.fields import Line, LongText

LONGEST_NAME = 60
LONGEST_DESCRIPTION = 20_000
RULES = ("is_tree", "is_single", "is_required", "is_open")


class KindField(forms.ChoiceField):
    """One of the kinds; its value is a `TagKind`, or None."""

    def __init__(self, kinds: list[TagKind], **options: Any) -> None:
        self.kinds = {str(kind.pk): kind for kind in kinds}
        choices = [(pk, kind.name_plural) for pk, kind in self.kinds.items()]
        super().__init__(choices=[("", "—"), *choices], **options)

    def clean(self, value: Any) -> Any:
        """Return the kind that was chosen."""
        return self.kinds.get(super().clean(value))


class KindForm(forms.Form):
    """A kind and its rules."""

    name = Line(longest=LONGEST_NAME, label=_("Name of one"), help_text=_("For example “Genre”."))
    name_plural = Line(
        longest=LONGEST_NAME, label=_("Name of many"), help_text=_("For example “Genres”.")
    )
    description = LongText(
        longest=LONGEST_DESCRIPTION,
        label=_("Description"),
        required=False,
        help_text=_("At the head of the page that lists them."),
    )
    is_tree = forms.BooleanField(
        label=_("They form a tree"),
        required=False,
        help_text=_("Each may stand below another, as shelves do. A shelf shows what is below it."),
    )
    is_single = forms.BooleanField(label=_("A story has at most one"), required=False)
    is_required = forms.BooleanField(label=_("A story must have one"), required=False)
    is_open = forms.BooleanField(
        label=_("Authors may add new ones"),
        required=False,
        help_text=_("They type instead of choosing from a list."),
    )

    def __init__(self, data: Any = None, *, kind: TagKind | None = None) -> None:
        super().__init__(data, initial=_said_of(kind) if kind else None)
        self.fields["belongs_to"] = KindField(
            [each for each in kinds() if each != kind],
            label=_("Each belongs to one of the"),
            required=False,
            help_text=_("As a character belongs to a fandom or category."),
        )

    def about(self) -> AboutKind:
        """Return what was typed, once it is checked."""
        return AboutKind(**self.cleaned_data)


def _said_of(kind: TagKind) -> dict[str, Any]:
    return {
        "name": kind.name,
        "name_plural": kind.name_plural,
        "description": kind.description_source,
        "belongs_to": kind.belongs_to_id,
        **{rule: getattr(kind, rule) for rule in RULES},
    }


class KindInto(forms.Form):
    """Where the tags of a kind go."""

    def __init__(self, data: Any = None, *, kind: TagKind, required: bool = False) -> None:
        super().__init__(data)
        self.fields["into"] = KindField(
            [each for each in kinds() if each != kind], label=_("To the"), required=required
        )
