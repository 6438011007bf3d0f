"""How tags are chosen, without JavaScript: ticked in a closed vocabulary, typed in an open one."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storyhold.tags.models import Tag, TagKind
from storyhold.tags.refusals import TagIsMissing
from storyhold.tags.rules import tag_key
from storyhold.web.parts.fields import Line

MANY = 60  # more boxes than this become a list to choose from
LONGEST_WORDS = 20_000  # letters
COMMAS = re.compile("[,，、،]")

OPEN_HELP = _("Put commas between them. A new word is added to the archive’s.")
ONE_HELP = _("One only.")
MANY_HELP = _("Hold Ctrl, or ⌘ on a Mac, to choose several.")
GONE = _("One of your choices is not in the list any more. Nothing was lost. Choose again.")


def field_for(kind: TagKind, words: Sequence[tuple[int, Tag]]) -> forms.Field:
    """Return the field for one kind; `words` are those of a closed vocabulary, with their depth."""
    label = kind.name if kind.is_single else kind.name_plural
    needed: dict[str, Any] = {"label": label, "required": kind.is_required}
    missing = TagIsMissing(kind=kind.name_plural, key=kind.key)
    messages: dict[str, Any] = {
        "required": str(missing),
        "invalid_choice": GONE,
        "invalid_list": GONE,
    }
    if kind.is_open:
        help_text = ONE_HELP if kind.is_single else OPEN_HELP
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        return Line(
            longest=LONGEST_WORDS, help_text=help_text, error_messages=messages, widget=widget,
            **needed,
        )  # fmt: skip
    choices = [(str(tag.pk), _indented(depth, tag)) for depth, tag in words]
    if kind.is_single:
        return forms.ChoiceField(choices=[("", "—"), *choices], error_messages=messages, **needed)
    if len(choices) > MANY:
        box = forms.SelectMultiple(attrs={"size": 12})
        return forms.MultipleChoiceField(
            choices=choices, widget=box, help_text=MANY_HELP, error_messages=messages, **needed
        )
    boxes = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(
        choices=choices, widget=boxes, error_messages=messages, **needed
    )


def _indented(depth: int, tag: Tag) -> str:
    name = f"{tag.name} ({tag.within.name})" if tag.within else tag.name
    return "\u2003" * depth + name


def shown(kind: TagKind, tags: Iterable[Tag]) -> str | list[str]:
    """Return the tags of a story as the kind's field takes them."""
    if kind.is_open:
        return ", ".join(tag.name for tag in tags)
    pks = [str(tag.pk) for tag in tags]
    return "".join(pks[:1]) if kind.is_single else pks


def typed_tags(text: str, *, now: Iterable[Tag]) -> list[str | Tag]:
    """Return the tags in `text`, where commas stand between names.

    `now` are the tags that the story has already. Their names mean them, also where another tag
    has the same name, or where a comma is part of the name.
    """
    chosen: list[str | Tag] = []
    by_name: dict[str, list[Tag]] = {}
    for tag in now:
        by_name.setdefault(tag_key(tag.name), []).append(tag)
    for tag in [tag for tags in by_name.values() for tag in tags if COMMAS.search(tag.name)]:
        text, found = re.subn(
            rf"(?:^|(?<=[,，、،]))\s*{re.escape(tag.name)}\s*(?=[,，、،]|$)", "", text
        )
        chosen += [tag] if found else []
    for name in COMMAS.split(text):
        chosen += by_name.get(tag_key(name)) or [name]
    return chosen
