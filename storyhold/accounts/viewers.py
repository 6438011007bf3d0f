"""Questions that are asked for a viewer, prepared."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from storyhold.accounts.access import Viewer
from storyhold.accounts.models import Member
from storyhold.statements.prepared import Prepared

T = TypeVar("T")


class PreparedFor(Generic[T]):
    """The queryset that `make` returns for a viewer and values of these types.

    One shape for guests and one for members: for doors that look at who somebody is, and not at
    their role.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, T]], *types: type) -> None:
        self._of_guests = Prepared(lambda *values: make(AnonymousUser(), *values), *types)
        self._of_members = Prepared(
            lambda member, *values: make(Member(pk=member), *values), int, *types
        )

    def __call__(self, viewer: Viewer, *values: object) -> list[T]:
        """Return what is found for this viewer and these values; one query."""
        if isinstance(viewer, Member):
            return self._of_members(viewer.pk, *values)
        return self._of_guests(*values)


def prepared_for_viewers(
    *types: type,
) -> Callable[[Callable[..., QuerySet[Any, T]]], PreparedFor[T]]:
    """Let a function that returns a viewer's queryset be asked for what it finds."""
    return lambda make: PreparedFor(make, *types)
