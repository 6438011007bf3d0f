"""Putting kinds, tags and ratings in an order."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from storyhold.tags.models import Rating, Tag, TagKind
from storyhold.tags.queries import siblings_of


@transaction.atomic
def move_kind(kind: TagKind, *, steps: int) -> None:
    """Move a kind some places down, or with a negative number up."""
    _move(TagKind.objects.all(), kind.pk, steps)


@transaction.atomic
def move_rating(rating: Rating, *, steps: int) -> None:
    """Move a rating towards the stricter end, or with a negative number towards the milder."""
    _move(Rating.objects.all(), rating.pk, steps)


@transaction.atomic
def move_among_siblings(tag: Tag, *, steps: int) -> None:
    """Move a tag some places down among those beside it, or with a negative number up."""
    _move(siblings_of(tag), tag.pk, steps)


@transaction.atomic
def sort_siblings(tag: Tag) -> None:
    """Put a tag and those beside it from A to Z."""
    siblings_of(tag).update(position=0)


def _move(siblings: QuerySet[Any], pk: int, steps: int) -> None:
    # Held in the order of their ids, which does not change under whoever waits.
    list(siblings.select_for_update().order_by("pk").values_list("pk"))
    order = list(siblings.only("position"))
    at = next((place for place, each in enumerate(order) if each.pk == pk), None)
    if at is None:
        return  # deleted a moment ago
    order.insert(max(0, at + steps), order.pop(at))
    for position, each in enumerate(order, start=1):
        each.position = position
    siblings.model._default_manager.bulk_update(order, ["position"], batch_size=200)
