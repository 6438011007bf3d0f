"""What belongs to a member and to nobody else, in every room: whatever would go with the account.

Asked of the models themselves, so that a room to come is not forgotten.
"""

from collections.abc import Iterator

from django.db.models import CASCADE, Model, QuerySet

from storyhold.accounts.models import Member, PenName


def belongings_of(member: Member) -> Iterator[QuerySet[Model]]:
    """Yield the rows, by kind, that hang on the member or on one of the pen names."""
    for owner, ids in ((Member, [member.pk]), (PenName, list(member.pen_names.all()))):
        for relation in owner._meta.related_objects:
            if relation.on_delete is CASCADE and relation.related_model is not PenName:
                rows = relation.related_model._base_manager.all()
                yield rows.filter(**{f"{relation.field.name}__in": ids})


def forget_belongings(member: Member) -> None:
    """Delete them all, in the caller's transaction."""
    for rows in belongings_of(member):
        rows.delete()
