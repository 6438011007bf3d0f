"""What pen names sign, in every room: whatever keeps a name from being removed.

Asked of the models themselves, so that a room to come is not forgotten.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import PROTECT, ForeignObjectRel, Model, QuerySet

from storyhold.accounts.models import PenName


def signed_by(pen_names: Iterable[PenName]) -> Iterator[tuple[str, QuerySet[Model]]]:
    """Yield, for everything that can be signed, the field of the name and the rows they signed."""
    names = list(pen_names)
    for relation in _signatures():
        rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": names})
        yield relation.field.name, rows


def sign_all_with(new: PenName, *, old: Iterable[PenName]) -> None:
    """Put the new name under everything the old ones signed, in the caller's transaction.

    What the new name has signed already (a story of two who left) loses the old one.
    """
    for field, rows in signed_by(old):
        if not _sign(rows, field, new):
            for row in rows:
                if not _sign(rows.filter(pk=row.pk), field, new):
                    row.delete()


def _sign(rows: QuerySet[Model], field: str, new: PenName) -> bool:
    try:
        with transaction.atomic():
            rows.update(**{field: new})
    except IntegrityError:
        return False
    return True


def without_signatures(pen_names: QuerySet[PenName]) -> QuerySet[PenName]:
    """Return those that sign nothing."""
    unused = pen_names
    for relation in _signatures():
        unused = unused.exclude(pk__in=_names_on(relation))
    return unused


def _names_on(relation: ForeignObjectRel) -> QuerySet[Model, Any]:
    rows = relation.related_model._base_manager.exclude(**{relation.field.name: None})
    return rows.values(relation.field.name)


def _signatures() -> Iterator[ForeignObjectRel]:
    for relation in PenName._meta.related_objects:
        if relation.on_delete is PROTECT:
            yield relation
