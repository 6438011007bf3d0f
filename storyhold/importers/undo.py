"""Taking a whole move back, as long as nobody has written in the archive since."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import PROTECT, Model

from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.blocks.actions import compose
from storyhold.importers.kinds import MODELS
from storyhold.importers.models import Move, OldPlace, Untouched
from storyhold.importers.refusals import HasBeenOpened
from storyhold.importers.traces import is_opened
from storyhold.pages.actions import set_foot
from storyhold.stories.models import Story
from storyhold.tags.actions.first import FIRST_KINDS, make_first_vocabularies
from storyhold.tags.models import Tag, TagKind

AT_ONCE = 500  # rows; SQLite takes no more names in one question than some thousand

# What others name goes last.
_LAST = (
    "story", "field", "character", "class", "category", "class type", "vocabulary", "rating",
    "member", "account",
)  # fmt: skip
_TAGS = [kind for kind, model in MODELS.items() if model is Tag]


@transaction.atomic
def take_back(move: Move) -> int:
    """Remove everything that came with a move and put our settings back; return how many things.

    What had been here before stays, and so do members who were found among the old ones. Raises
    `HasBeenOpened` when somebody has written anything since.
    """
    _refuse_opened(move)
    removed = 0
    # Fits into no order otherwise: a category may stand below one that goes before it.
    Tag.objects.filter(parent__in=_all_numbers(move, _TAGS)).update(parent=None)
    for kind in (*(kind for kind in MODELS if kind not in _LAST), *_LAST):
        removed += _remove_kind(move, kind)
    _put_settings_back(move)
    _forget(move)
    return removed


def _refuse_opened(move: Move) -> None:
    if is_opened(move):
        raise HasBeenOpened(name=str(move))


def _remove_kind(move: Move, kind: str) -> int:
    numbers = _all_numbers(move, [kind])
    for part in _parts(numbers):
        _remove(MODELS[kind], part)
    return len(numbers)


def _all_numbers(move: Move, kinds: Sequence[str]) -> list[int]:
    """Return the numbers here of what came with the move."""
    came = move.old_numbers.filter(kind__in=kinds, was_here=False, new__isnull=False)
    return sorted({row.new for row in came.only("new") if row.new is not None})


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))


def _remove(model: type[Model], numbers: Sequence[int]) -> None:
    """Remove rows, and before them what would hold them here."""
    for holds in _what_holds(model):
        held = holds.related_model._base_manager.filter(**{f"{holds.field.name}__in": numbers})
        _remove_held(holds.related_model, list(held.values_list("pk", flat=True)))
    model._base_manager.filter(pk__in=numbers).delete()


def _remove_held(model: type[Model], numbers: Sequence[int]) -> None:
    for part in _parts(numbers):
        _remove(model, part)


def _what_holds(model: type[Model]) -> list[Any]:
    """Return the relations by which rows of others keep a row of this model from going."""
    return [each for each in model._meta.related_objects if each.on_delete is PROTECT]


def _put_settings_back(move: Move) -> None:
    Archive.objects.filter(pk=1).update(**move.before)
    if not Story.objects.exists():
        make_first_vocabularies()
        for key, _one, _many, rules in FIRST_KINDS:
            TagKind.objects.filter(key=key).update(is_open=rules.get("is_open", False))
    set_foot()
    compose()
    forget_archive()


def _forget(move: Move) -> None:
    """Forget the move itself, and what was kept of its source."""
    for model in (Untouched, OldPlace):
        model.objects.filter(move=move).delete()
    move.delete()
