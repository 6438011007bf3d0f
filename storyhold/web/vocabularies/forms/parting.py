"""What takes the place of a tag that goes."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storyhold.tags.models import Tag
from storyhold.web.vocabularies.forms.choosing import shown, tag_field


class MergeInto(forms.Form):
    """The tag that stays."""

    def __init__(self, data: Any = None, *, tag: Tag, others: QuerySet[Tag]) -> None:
        super().__init__(data)
        label = gettext_lazy("The one that stays")
        self.fields["into"] = tag_field(tag.kind, others, label=label)


class ReplaceBy(forms.Form):
    """What the stories of a deleted tag get in its place."""

    nothing = forms.BooleanField(
        label=gettext_lazy("They get nothing in its place"), required=False
    )

    def __init__(
        self, data: Any = None, *, tag: Tag, others: QuerySet[Tag], is_carried: bool
    ) -> None:
        super().__init__(data, initial={"into": shown(tag.kind, tag.parent)})
        self.is_carried = is_carried
        label = gettext_lazy("They get in its place")
        self.fields["into"] = tag_field(tag.kind, others, label=label, required=False)
        self.order_fields(["into", "nothing"])

    def clean(self) -> dict[str, Any]:
        """Refuse to guess what shall become of the stories."""
        typed = super().clean() or {}
        if "into" in typed and self.is_carried and bool(typed["into"]) == typed["nothing"]:
            self.add_error("into", _("Choose what they get, or say that they get nothing."))
        return typed
