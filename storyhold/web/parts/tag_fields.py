"""How tags are chosen, without JavaScript: ticked in a closed vocabulary, typed in an open one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from storyhold.tags.models import Tag, TagKind
from storyhold.tags.queries import closed_vocabularies, kinds
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


class TagsAsked:
    """The fields for all kinds of tags, on a form about something that has tags.

    `now` are the tags it has already. Where `may_lack`, no kind is required.
    """

    def __init__(self, now: Iterable[Tag] = (), *, may_lack: bool = False) -> None:
        self.now: dict[int, list[Tag]] = {}
        for tag in now:
            self.now.setdefault(tag.kind_id, []).append(tag)
        self.words = closed_vocabularies(
            kept=[tag.pk for tags in self.now.values() for tag in tags]
        )
        self.may_lack = may_lack
        self.kinds = [kind for kind in kinds() if self._is_asked(kind)]

    def _is_asked(self, kind: TagKind) -> bool:
        # A list without a single word to choose would only puzzle.
        is_needed = kind.is_required and not self.may_lack
        return kind.is_open or is_needed or kind.pk in self.words

    @property
    def initial(self) -> dict[str, str | list[str]]:
        """The tags there are, as the fields take them."""
        return {name_of(kind): shown(kind, self.now.get(kind.pk, [])) for kind in self.kinds}

    def fields(self) -> dict[str, forms.Field]:
        """Return the fields by name."""
        fields = {
            name_of(kind): field_for(kind, self.words.get(kind.pk, [])) for kind in self.kinds
        }
        for field in fields.values():
            field.required = field.required and not self.may_lack
        return fields

    def bound(self, form: forms.BaseForm) -> list[forms.BoundField]:
        """Return the fields on the form, in the archive's order of kinds."""
        return [form[name_of(kind)] for kind in self.kinds]

    def chosen(self, typed: Mapping[str, Any]) -> dict[str, Sequence[str | Tag]]:
        """Return what was typed, once it is checked, by key of the kind."""
        return {kind.key: self._chosen(kind, typed[name_of(kind)]) for kind in self.kinds}

    def _chosen(self, kind: TagKind, typed: str | list[str]) -> Sequence[str | Tag]:
        if kind.is_open:
            return typed_tags(str(typed), now=self.now.get(kind.pk, []))
        wanted = {typed} if isinstance(typed, str) else set(typed)
        return [tag for _depth, tag in self.words.get(kind.pk, []) if str(tag.pk) in wanted]


def name_of(kind: TagKind) -> str:
    """Return the name of the field for a kind."""
    return f"tags_{kind.key}"


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
    choices = _grouped(words)
    if kind.is_single:
        return forms.ChoiceField(choices=[("", "—"), *choices], error_messages=messages, **needed)
    if len(words) > MANY:
        box = forms.SelectMultiple(attrs={"size": 12})
        return forms.MultipleChoiceField(
            choices=choices, widget=box, help_text=MANY_HELP, error_messages=messages, **needed
        )
    return forms.MultipleChoiceField(
        choices=choices, widget=GroupedBoxes, error_messages=messages, **needed
    )


class GroupedBoxes(forms.CheckboxSelectMultiple):
    """Boxes to tick; those of a group are a field set with a legend."""

    template_name = "parts/boxes.html"

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        """Render by a template of ours, which Django's renderer of forms does not find."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))


Choice = tuple[str, str]


def _grouped(words: Sequence[tuple[int, Tag]]) -> list[Choice | tuple[str, list[Choice]]]:
    """Return the choices: those within nothing first, the others under their fandom."""
    groups: dict[Tag | None, list[Choice]] = {None: []}
    for depth, tag in words:
        choice = str(tag.pk), "\u2003" * depth + tag.name
        groups.setdefault(tag.within, []).append(choice)
    everywhere = groups.pop(None)
    within = sorted(groups.items(), key=lambda group: group[0].sort_key if group[0] else "")
    return [*everywhere, *((str(fandom), choices) for fandom, choices in within)]


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
