"""What belongs to a member and to nobody else, in every room: whatever would go with the account.

Asked of the models themselves, so that a room to come is not forgotten.
"""

from collections.abc import Iterator, Sequence

from django.db.models import CASCADE, ForeignObjectRel, Model, QuerySet

from storyhold.accounts.models import Member, PenName


def belongings_of(member: Member) -> Iterator[QuerySet[Model]]:
    """Yield the rows, by kind, that hang on the member or on one of the pen names.

    What hangs on a member is theirs, even if it is about the pen name of another.
    """
    of_members = {PenName, *(relation.related_model for relation in _hanging_on(Member))}
    for relation in _hanging_on(Member):
        if relation.related_model is not PenName:
            yield _rows(relation, [member.pk])
    for relation in _hanging_on(PenName):
        if relation.related_model not in of_members:
            yield _rows(relation, list(member.pen_names.all()))


def _hanging_on(owner: type[Model]) -> list[ForeignObjectRel]:
    relations = owner._meta.related_objects
    return [relation for relation in relations if relation.on_delete is CASCADE]


def _rows(relation: ForeignObjectRel, owners: Sequence[object]) -> QuerySet[Model]:
    return relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": owners})


def forget_belongings(member: Member) -> None:
    """Delete them all, in the caller's transaction."""
    for rows in belongings_of(member):
        rows.delete()
