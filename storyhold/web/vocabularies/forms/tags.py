"""What is typed about a tag."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from storyhold.tags.actions.keeping import AboutTag
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.refusals import TagNameIsMissing
from storyhold.tags.rules import LONGEST_TAG
from storyhold.web.parts.fields import Line, LongText
from storyhold.web.vocabularies.forms.choosing import shown, tag_field
from storyhold.web.vocabularies.forms.kinds import LONGEST_DESCRIPTION

LONGEST_LIST = 200_000  # letters


class Placed(forms.Form):
    """Where in its vocabulary a tag stands."""

    kind: TagKind

    def add_places(self, tags: QuerySet[Tag]) -> None:
        """Ask for a place below another, and in a fandom, where the kind has such places.

        `tags` are all that the archivist keeps.
        """
        if self.kind.is_tree:
            of_kind = tags.filter(kind=self.kind)
            self.fields["parent"] = tag_field(self.kind, of_kind, label=_("Below"), required=False)
        above = self.kind.belongs_to
        if above:
            self.fields["within"] = tag_field(
                above, tags.filter(kind=above), label=above.name, required=False
            )

    def place(self) -> dict[str, Tag | None]:
        """Return the place that was chosen, once it is checked."""
        return {name: self.cleaned_data.get(name) for name in ("parent", "within")}


class NewTags(Placed):
    """Some tags, or many."""

    names = LongText(
        longest=LONGEST_LIST,
        rows=6,
        label=_("Names"),
        help_text=_("One in each line."),
        error_messages={"required": TagNameIsMissing.message},
    )

    def __init__(self, data: Any = None, *, kind: TagKind, tags: QuerySet[Tag]) -> None:
        super().__init__(data)
        self.kind = kind
        self.add_places(tags)

    def lines(self) -> list[str]:
        """Return the names."""
        return str(self.cleaned_data["names"]).splitlines()


class TagForm(Placed):
    """A tag and its place."""

    name = Line(
        longest=LONGEST_TAG, label=_("Name"), error_messages={"required": TagNameIsMissing.message}
    )
    description = LongText(
        longest=LONGEST_DESCRIPTION,
        label=_("Description"),
        required=False,
        help_text=_("At the head of its page."),
    )
    is_closed = forms.BooleanField(
        label=_("It is closed"),
        required=False,
        help_text=_("It stays on what has it, and nothing else can take it."),
    )

    def __init__(self, data: Any = None, *, tag: Tag, tags: QuerySet[Tag]) -> None:
        super().__init__(data, initial=_said_of(tag))
        self.kind = tag.kind
        self.add_places(tags)
        self.order_fields(["name", "parent", "within", "description", "is_closed"])

    def about(self) -> AboutTag:
        """Return what was typed, once it is checked."""
        typed = self.cleaned_data
        return AboutTag(
            name=typed["name"],
            description=typed["description"],
            is_closed=typed["is_closed"],
            **self.place(),
        )


def _said_of(tag: Tag) -> dict[str, Any]:
    above = tag.kind.belongs_to
    return {
        "name": tag.name,
        "description": tag.description_source,
        "is_closed": tag.is_closed,
        "parent": shown(tag.kind, tag.parent),
        "within": shown(above, tag.within) if above else "",
    }
