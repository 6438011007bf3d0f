"""Defining the fields of profiles, and answering them."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from storyhold.accounts.models import PenName
from storyhold.profiles.models import Kind, ProfileAnswer, ProfileField
from storyhold.profiles.refusals import (
    AnswerIsUnfit,
    LabelIsMissing,
    OptionsAreMissing,
    PatternIsUnfit,
    TooManyFields,
    TooManyOptions,
)
from storyhold.profiles.rules import (
    LONGEST_ANSWER,
    LONGEST_LABEL,
    MOST_FIELDS,
    MOST_OPTIONS,
    YES,
    is_handle,
    is_pattern,
)
from storyhold.prose.addresses import link_address
from storyhold.prose.one_line import one_line


@transaction.atomic
def add_field(
    *, label: str, kind: str, options: str = "", pattern: str = "", is_shown: bool = True
) -> ProfileField:
    """Give all profiles another field, the last one.

    `options`: the answers of a choice, one a line. `pattern`: a handle's address, with {name}.
    Raises `LabelIsMissing`, `OptionsAreMissing`, `TooManyOptions`, `PatternIsUnfit`,
    `TooManyFields`.
    """
    if ProfileField.objects.count() >= MOST_FIELDS:
        raise TooManyFields(most=MOST_FIELDS)
    last = ProfileField.objects.aggregate(last=Max("position"))["last"] or 0
    field = ProfileField(position=last + 1)
    change_field(field, label=label, kind=kind, options=options, pattern=pattern, is_shown=is_shown)
    return field


def change_field(
    field: ProfileField, *, label: str, kind: str, options: str, pattern: str, is_shown: bool
) -> None:
    """Change a field; answers that it does not take any more are kept, and shown as text.

    Raises as `add_field`, but for the last.
    """
    field.label = one_line(label)[:LONGEST_LABEL]
    if not field.label:
        raise LabelIsMissing
    field.kind = kind
    field.options = _options(options) if kind == Kind.CHOICE else ""
    field.pattern = one_line(pattern) if kind == Kind.HANDLE else ""
    if kind == Kind.HANDLE and not is_pattern(field.pattern):
        raise PatternIsUnfit(name="{name}")
    field.is_shown = is_shown
    field.save()


def _options(typed: str) -> str:
    lines = (one_line(line)[:LONGEST_ANSWER] for line in typed.splitlines())
    options = list(dict.fromkeys(line for line in lines if line))
    if len(options) < 2:
        raise OptionsAreMissing
    if len(options) > MOST_OPTIONS:
        raise TooManyOptions(most=MOST_OPTIONS)
    return "\n".join(options)


@transaction.atomic
def move_field(field: ProfileField, *, steps: int) -> None:
    """Move a field up (-1) or down (1) among the others; at an end it stays."""
    # Held in the order of their ids, which does not change under whoever waits.
    list(ProfileField.objects.select_for_update().order_by("pk"))
    order = list(ProfileField.objects.all())
    if field not in order:
        return  # deleted in another tab
    place = order.index(field)
    order.insert(max(0, place + steps), order.pop(place))
    for position, each in enumerate(order, start=1):
        ProfileField.objects.filter(pk=each.pk).update(position=position)


@transaction.atomic
def delete_field(field: ProfileField) -> None:
    """Remove a field with all answers."""
    field.delete()


@transaction.atomic
def answer(pen_name: PenName, answers: Mapping[ProfileField, str]) -> None:
    """Save what a profile says in these fields; an empty answer takes the old one away.

    Raises `AnswerIsUnfit`, whose `field` is `profile_` and the field's id.
    """
    for field, typed in answers.items():
        text = one_line(typed)
        if text:
            ProfileAnswer.objects.update_or_create(
                pen_name=pen_name, field=field, defaults={"text": _fit(field, text)}
            )
        else:
            ProfileAnswer.objects.filter(pen_name=pen_name, field=field).delete()


def _fit(field: ProfileField, text: str) -> str:
    """Return the answer as it is kept."""
    if field.kind == Kind.WEBSITE:
        text = link_address(text)
    fits = (
        len(text) <= LONGEST_ANSWER
        and {
            Kind.TEXT: True,
            Kind.WEBSITE: text.startswith(("http://", "https://")),
            Kind.HANDLE: is_handle(text),
            Kind.CHOICE: text in field.options_offered,
            Kind.YES: text == YES,
        }[Kind(field.kind)]
    )
    if fits:
        return text
    refusal = AnswerIsUnfit(label=field.label)
    refusal.field = f"profile_{field.pk}"
    raise refusal
