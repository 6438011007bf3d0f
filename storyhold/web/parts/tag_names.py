"""A field in which people name tags that there are already."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from storyhold.tags.models import Tag
from storyhold.tags.rules import tag_key
from storyhold.web.parts.fields import Line

COMMAS = re.compile("[,，、،]")
MOST_NAMES = 75
LONGEST = 5_000

UNKNOWN = _("“%(name)s” is none of this archive’s tags. Look at how it is spelled under Tags.")
TOO_MANY = _("At most %(most)d tags fit here. Nothing was lost. Remove some.")


class TagNames(Line):
    """Names with commas between; cleaned to the tags of these names among `tags`."""

    tags: QuerySet[Tag] = Tag.objects.none()  # set by the form: what the viewer may know of

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Tags of this archive, with commas between them."))
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(longest=LONGEST, required=False, widget=widget, **options)

    def clean(self, value: Any) -> list[Tag]:
        """Return the tags, or say which name is none."""
        typed = COMMAS.split(super().clean(value))
        names = {key: name.strip() for name in typed if (key := tag_key(name))}
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(TOO_MANY, params={"most": MOST_NAMES})
        found = list(self.tags.filter(key__in=names))
        unknown = names.keys() - {tag.key for tag in found}
        if unknown:
            first = next(name for key, name in names.items() if key in unknown)
            raise forms.ValidationError(UNKNOWN, params={"name": first[:150]})
        return found
