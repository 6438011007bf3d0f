"""One tag out of many: chosen from a list, or typed where a list would be too long."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storyhold.tags.models import Tag, TagKind
from storyhold.tags.queries import as_tree
from storyhold.tags.rules import tag_key
from storyhold.web.parts.fields import Line

_ADDRESS = re.compile(r"/tags/([0-9]{1,18})(?![0-9])")
LONGEST = 500


def tag_field(kind: TagKind, tags: QuerySet[Tag], **options: Any) -> forms.Field:
    """Return the field for one of `tags`, all of this kind; its value is a `Tag`, or None."""
    if kind.is_tree or not kind.is_open:
        return TagChosen(tags, **options)
    options.setdefault("help_text", gettext_lazy("Its name, or its address in this archive."))
    return TagNamed(tags, longest=LONGEST, **options)


def shown(kind: TagKind, tag: Tag | None) -> str:
    """Return a tag as the field of its kind shows it."""
    if tag is None:
        return ""
    return str(tag.pk) if kind.is_tree or not kind.is_open else tag.get_absolute_url()


class TagChosen(forms.ChoiceField):
    """A list in the archive's order, what is below others further in."""

    def __init__(self, tags: QuerySet[Tag], **options: Any) -> None:
        words = as_tree(tags)
        self.tags = {str(tag.pk): tag for _depth, tag in words}
        choices = [(str(tag.pk), "\u2003" * depth + tag.name) for depth, tag in words]
        super().__init__(choices=[("", "—"), *choices], **options)

    def clean(self, value: Any) -> Any:
        """Return the tag that was chosen."""
        return self.tags.get(super().clean(value))


class TagNamed(Line):
    """A line for the name or the address."""

    def __init__(self, tags: QuerySet[Tag], **options: Any) -> None:
        super().__init__(**options)
        self.tags = tags

    def clean(self, value: Any) -> Any:
        """Return the tag that was meant."""
        typed = super().clean(value)
        if not typed:
            return None
        address = _ADDRESS.search(typed)
        meant = {"pk": address[1]} if address else {"key": tag_key(typed)}
        found = list(self.tags.filter(**meant)[:2])
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(_("Several are called so. Give the address of the one you mean."))
        raise ValidationError(_("There is none called so. Look at how it is written."))
